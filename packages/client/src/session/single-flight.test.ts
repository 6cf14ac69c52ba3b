import { expect, it } from 'vitest';

import { settle } from '../../test/fake-time.ts';
import { createSingleFlight } from './single-flight.ts';

function open() {
  const runs: { readonly signal: AbortSignal; readonly done: PromiseWithResolvers<number> }[] = [];
  const share = createSingleFlight((signal) => {
    const done = Promise.withResolvers<number>();
    runs.push({ signal, done });
    return done.promise;
  });
  return { runs, share };
}
const alive = () => new AbortController().signal;

it('runs once for all that ask while it runs, and again for those who ask later', async () => {
  const { runs, share } = open();
  const asked = [share(alive()), share(alive()), share(alive())];
  runs[0]?.done.resolve(1);
  await expect(Promise.all(asked)).resolves.toEqual([1, 1, 1]);
  const later = share(alive());
  runs[1]?.done.resolve(2);
  await expect(later).resolves.toBe(2);
  expect(runs).toHaveLength(2);
});

it('fails for all, and is tried again for those who ask later', async () => {
  const { runs, share } = open();
  const asked = Promise.allSettled([share(alive()), share(alive())]);
  runs[0]?.done.reject(new Error('no'));
  expect((await asked).map((one) => one.status)).toEqual(['rejected', 'rejected']);
  const later = share(alive());
  runs[1]?.done.resolve(2);
  await expect(later).resolves.toBe(2);
});

it('goes on for the others when one gives up', async () => {
  const { runs, share } = open();
  const impatient = new AbortController();
  const left = share(impatient.signal);
  const stayed = share(alive());
  impatient.abort(new Error('tired'));
  await expect(left).rejects.toThrow('tired');
  expect(runs[0]?.signal.aborted).toBe(false);
  runs[0]?.done.resolve(1);
  await expect(stayed).resolves.toBe(1);
});

it('is aborted when all have given up, and begun anew for the next', async () => {
  const { runs, share } = open();
  const caller = new AbortController();
  const left = Promise.allSettled([share(caller.signal), share(caller.signal)]);
  caller.abort(new Error('tired'));
  await left;
  expect(runs[0]?.signal.aborted).toBe(true);
  const next = share(alive());
  await settle();
  runs[0]?.done.reject(new Error('aborted'));
  await settle();
  const another = share(alive());
  runs[1]?.done.resolve(2);
  await expect(Promise.all([next, another])).resolves.toEqual([2, 2]);
});
