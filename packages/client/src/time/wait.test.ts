import { expect, it } from 'vitest';

import { createFakeTime } from '../../test/fake-time.ts';
import { raceAbort } from './until.ts';

it('sleeps as long as it should', async () => {
  const time = createFakeTime();
  let isAwake = false;
  const sleep = time.wait(1000).then(() => {
    isAwake = true;
  });
  await time.advance(999);
  expect(isAwake).toBe(false);
  await time.advance(1);
  await sleep;
  expect(isAwake).toBe(true);
});

it('ends at once when it is aborted, and leaves no timer', async () => {
  const time = createFakeTime();
  const caller = new AbortController();
  const sleep = time.wait(1000, { signal: caller.signal });
  caller.abort(new Error('stop'));
  await expect(sleep).rejects.toThrow('stop');
  expect(time.pending).toBe(0);
});

it('does not begin when it is aborted already', async () => {
  const time = createFakeTime();
  await expect(time.wait(1000, { signal: AbortSignal.abort(new Error('stop')) })).rejects.toThrow('stop');
  expect(time.pending).toBe(0);
});

it('leaves a promise for a signal, and no listener behind', async () => {
  const caller = new AbortController();
  await expect(raceAbort(Promise.resolve(7), caller.signal)).resolves.toBe(7);
  await expect(raceAbort(Promise.reject(new Error('no')), caller.signal)).rejects.toThrow('no');
  const never = raceAbort(new Promise(() => {}), caller.signal);
  caller.abort(new Error('stop'));
  await expect(never).rejects.toThrow('stop');
});
