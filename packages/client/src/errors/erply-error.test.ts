import { inspect } from 'node:util';

import { expect, it } from 'vitest';

import { ErplyError, isErplyError } from './erply-error.ts';
import { scrubCause } from './scrub-cause.ts';

it('has only the facts that are known', () => {
  const error = new ErplyError('getProducts: no.', {
    kind: 'api',
    call: 'getProducts',
    code: 1016,
    errorField: undefined,
  });
  const known = ['name', 'kind', 'call', 'code', 'attempt', 'retryable', 'mayHaveBeenApplied'];
  expect(new Set(Object.keys(error))).toEqual(new Set(known));
});

it('prints as JSON with its message', () => {
  const retryAt = new Date('2026-03-10T16:00:00Z');
  const error = new ErplyError('getProducts: no.', { kind: 'quota', retryAt, retryable: true });
  expect(JSON.parse(JSON.stringify(error))).toMatchObject({
    kind: 'quota',
    message: 'getProducts: no.',
    retryAt: '2026-03-10T16:00:00.000Z',
  });
});

it('is known across copies of this package', async () => {
  const error = new ErplyError('no.', { kind: 'api' });
  const brand = Symbol.for('@erply-kit/client/ErplyError');
  expect(isErplyError(error)).toBe(true);
  expect(isErplyError({ [brand]: true })).toBe(true);
  for (const other of [new Error('no'), undefined, null, 'error', {}])
    expect(isErplyError(other)).toBe(false);
});

it('keeps of a foreign error its class and code only', () => {
  const foreign = Object.assign(new TypeError('POST /api/ password=CANARY-SECRET-7f3a'), {
    code: 'ECONNRESET',
    headers: { cookie: 'CANARY-SECRET-7f3a' },
  });
  const cause = scrubCause(foreign);
  expect(cause).toMatchObject({ name: 'TypeError', message: 'ECONNRESET' });
  expect(inspect(cause, { depth: 9, showHidden: true })).not.toContain('CANARY');
});

it('finds the code of the error behind the error, and trusts no odd names', () => {
  expect(scrubCause({ cause: { code: 'ENOTFOUND' } }).message).toBe('ENOTFOUND');
  const odd = Object.assign(new Error('x'), { name: 'CANARY-SECRET-7f3a', code: 'canary secret' });
  expect(scrubCause(odd)).toMatchObject({ name: 'Error', message: 'Error' });
  expect(scrubCause('CANARY-SECRET-7f3a').message).toBe('Error');
});
