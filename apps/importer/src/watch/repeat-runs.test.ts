import { expect, it } from 'vitest';

import { type Pause, type RepeatOptions, repeatRuns } from './repeat-runs.ts';

/** Runs that take some time each and fail with what `outcomes` says, on a clock that only they and pauses move. */
async function repeat(
  outcomes: readonly unknown[],
  options: Partial<RepeatOptions> & { tookMs?: number } = {},
) {
  const stop = new AbortController();
  const pauses: Pause[] = [];
  let nowMs = 1_000_000;
  let runs = 0;
  const end = await repeatRuns({
    async run() {
      const outcome = outcomes[runs++];
      nowMs += options.tookMs ?? 1000;
      if (runs === outcomes.length) stop.abort();
      if (outcome !== undefined) throw outcome;
    },
    isFinal: (error) => error === 'final',
    everyMs: 300_000,
    now: () => nowMs,
    random: () => 0,
    signal: stop.signal,
    onPause: (pause) => pauses.push(pause),
    sleep: async (ms) => {
      nowMs += ms;
    },
    ...options,
  }).catch((error: unknown) => ({ error }));
  return {
    pauses: pauses.map(({ ms }) => ms),
    failures: pauses.map(({ failure }) => failure?.times),
    runs,
    end,
  };
}

const ok = undefined;

it('begins a run every five minutes, however long one takes', async () => {
  expect((await repeat([ok, ok, ok])).pauses).toEqual([299_000, 299_000]);
  expect((await repeat([ok, ok], { tookMs: 400_000 })).pauses).toEqual([0]);
  // The clock was set back by an hour meanwhile.
  expect((await repeat([ok, ok], { tookMs: -3_600_000 })).pauses).toEqual([300_000]);
});

it('waits twice as long after each failure, and as before after a run that went well', async () => {
  const result = await repeat(['a', 'b', 'c', 'd', 'e', 'f', 'g', ok, 'h', ok]);
  expect(result.pauses).toEqual([
    ...[15_000, 30_000, 60_000, 120_000, 240_000, 450_000, 450_000],
    ...[299_000, 15_000],
  ]);
  expect(result.failures).toEqual([1, 2, 3, 4, 5, 6, 7, undefined, 1]);
});

it('spreads the waits over their upper half', async () => {
  const { pauses } = await repeat(['a', 'b', ok], { random: () => 0.999_999 });
  expect(pauses).toEqual([30_000, 60_000]);
});

it('has bounded waits after any number of failures', async () => {
  const { pauses } = await repeat(Array(2000).fill('down'), { random: () => 0.999_999 });
  expect(Math.max(...pauses)).toBe(900_000);
});

it('ends with a failure that another try cannot change', async () => {
  expect(await repeat(['a', 'final', ok])).toMatchObject({ runs: 2, end: { error: 'final' } });
});

it('ends out of a pause when the signal comes', async () => {
  const stop = new AbortController();
  const sleep = async (_: number, signal: AbortSignal) => {
    stop.abort('SIGTERM');
    signal.throwIfAborted();
  };
  expect(await repeat([ok, ok], { signal: stop.signal, sleep })).toMatchObject({ runs: 1, end: undefined });
});
