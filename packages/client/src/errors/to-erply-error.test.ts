import { describe, expect, it } from 'vitest';

import { Interruption } from '../time/lifetime.ts';
import { ErplyError } from './erply-error.ts';
import { Failure } from './failure.ts';
import { toErplyError } from './to-erply-error.ts';

const read = { name: 'getProducts', isRead: true, attempt: 1 };
const write = { name: 'saveProduct', isRead: false, attempt: 1 };

describe('the sentence for an operator', () => {
  it('says when the quota is back', () => {
    const resumesAtMs = Date.UTC(2026, 2, 10, 16, 0, 0, 250);
    const failure = new Failure('hourly quota used up (1002)', {
      kind: 'quota',
      recovery: 'nextHour',
      code: 1002,
      resumesAtMs,
    });
    expect(toErplyError(failure, read).message).toBe(
      'getProducts: hourly quota used up (1002); resumes at 16:00:00Z.',
    );
  });

  it('counts attempts where there were more than one', () => {
    const failure = new Failure('the answer was lost (ECONNRESET)', {
      kind: 'transport',
      recovery: 'backOff',
      isAmbiguous: true,
    });
    expect(toErplyError(failure, { ...read, attempt: 5 }).message).toBe(
      'getProducts: the answer was lost (ECONNRESET) after 5 attempts.',
    );
  });

  it('warns of a write that may have been applied', () => {
    const failure = new Failure('the answer was lost (ECONNRESET)', {
      kind: 'transport',
      recovery: 'backOff',
      isAmbiguous: true,
    });
    expect(toErplyError(failure, write)).toMatchObject({
      message:
        'saveProduct: the answer was lost (ECONNRESET); it may have been applied, so it was not repeated.',
      retryable: false,
      mayHaveBeenApplied: true,
    });
  });
});

it('is retryable when it has a recovery', () => {
  const retryable = (recovery: 'none' | 'logIn' | 'nextHour' | 'backOff') =>
    toErplyError(new Failure('no', { kind: 'api', recovery }), read).retryable;
  expect([retryable('nextHour'), retryable('backOff')]).toEqual([true, true]);
  expect([retryable('none'), retryable('logIn')]).toEqual([false, false]);
});

it('tells an abort from a timeout', () => {
  expect(toErplyError(new Interruption('aborted', 'aborted by the caller'), read)).toMatchObject({
    kind: 'aborted',
    retryable: false,
    message: 'getProducts: aborted by the caller.',
  });
  expect(toErplyError(new Interruption('timeout', 'the deadline passed'), read).kind).toBe('timeout');
});

it('hides what it does not know', () => {
  const error = toErplyError(new Error('CANARY-SECRET-7f3a'), read);
  expect(error.message).toBe('getProducts: failed (Error).');
  expect(String(error.cause)).toBe('Error: Error');
});

it('leaves its own errors alone', () => {
  const own = new ErplyError('verifyUser: no.', { kind: 'credentials' });
  expect(toErplyError(own, read)).toBe(own);
});
