/** Time as the client sees it. It is an argument, so that no test has to sleep. */
export interface Clock {
  /** Milliseconds since 1970 by this machine's clock, which may be wrong or be set. */
  now(): number;
  /** Milliseconds that only grow; where they start means nothing. */
  monotonic(): number;
  /** Calls `ring` once after `delayMs`, unless the returned function is called before. */
  alarm(delayMs: number, ring: () => void): () => void;
}

/** Longer timers ring at once in Node. */
const longestTimerMs = 2 ** 31 - 1;

/** The machine's own time. */
export const systemClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  alarm(delayMs, ring) {
    let leftMs = delayMs;
    let timer: NodeJS.Timeout;
    const arm = () => {
      const stepMs = Math.min(leftMs, longestTimerMs);
      leftMs -= stepMs;
      timer = setTimeout(leftMs > 0 ? arm : ring, stepMs);
    };
    arm();
    return () => clearTimeout(timer);
  },
};
