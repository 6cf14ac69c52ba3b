/** Adds up how long some things take, beside all that is done. */
export interface Stopwatch {
  /** Waits for something, and adds its time. */
  time<TResult>(done: Promise<TResult>): Promise<TResult>;
  /** What was added up so far. */
  timedSeconds(): number;
  /** Since the stopwatch was made. */
  wholeSeconds(): number;
}

export function createStopwatch(nowMs: () => number): Stopwatch {
  const startedMs = nowMs();
  let timedMs = 0;
  return {
    async time(done) {
      const beganMs = nowMs();
      const result = await done;
      timedMs += nowMs() - beganMs;
      return result;
    },
    timedSeconds: () => timedMs / 1000,
    wholeSeconds: () => (nowMs() - startedMs) / 1000,
  };
}
