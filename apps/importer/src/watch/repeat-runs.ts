import type { Sleep } from '../outside.ts';

export interface RepeatOptions {
  /** One run. What it throws does not end the others, unless `isFinal` says so. */
  run(): Promise<void>;
  /** Whether another try can change nothing, or does harm. */
  isFinal(error: unknown): boolean;
  /** Milliseconds from the beginning of one run to that of the next. */
  readonly everyMs: number;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly sleep: Sleep;
  /** From 0 to below 1. */
  readonly random: () => number;
  /** Ends it: behind the run that is under way, which has to see to it itself, or out of a pause. */
  readonly signal: AbortSignal;
  /** Is called before each pause. */
  onPause(pause: Pause): void;
}

export interface Pause {
  readonly ms: number;
  /** What the last run failed with, and how many have failed in a row by now. */
  readonly failure?: { readonly error: unknown; readonly times: number };
}

const firstRetryMs = 30_000;
const longestRetryMs = 15 * 60_000;

/**
 * Runs again and again, one after the other, until the signal comes. After a failure it waits for half a minute at first,
 * twice as long after each one in a row, never longer than 15 minutes or the usual pause; each wait is somewhere in its
 * upper half, so that many programs that failed together do not come back together.
 */
export async function repeatRuns(options: RepeatOptions): Promise<void> {
  const { everyMs, now, sleep, signal, onPause } = options;
  let times = 0;
  while (!signal.aborted) {
    const startedAt = now();
    let failure: Pause['failure'];
    try {
      await options.run();
      times = 0;
    } catch (error) {
      if (signal.aborted) return;
      if (options.isFinal(error)) throw error;
      times += 1;
      failure = { error, times };
    }
    if (signal.aborted) return;
    // A clock that was set back must not make the pause longer.
    const tookMs = Math.max(0, now() - startedAt);
    const ms = failure ? retryMs(times, options) : Math.max(0, everyMs - tookMs);
    onPause({ ms, ...(failure && { failure }) });
    await sleep(ms, signal).catch((error: unknown) => {
      if (!signal.aborted) throw error;
    });
  }
}

function retryMs(times: number, { everyMs, random }: RepeatOptions): number {
  const first = Math.min(firstRetryMs, everyMs);
  const longest = Math.max(longestRetryMs, everyMs);
  // From the 20th failure on the power would go beyond what a number holds.
  const most = Math.min(longest, first * 2 ** Math.min(times - 1, 20));
  return Math.round((most / 2) * (1 + random()));
}
