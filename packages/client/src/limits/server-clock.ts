import type { Clock } from '../time/clock.ts';

/** The time that an answer has given just now. */
export interface ServerTime {
  readonly unixSeconds: number;
  /** Milliseconds since the request was sent: the server read its clock somewhere in between. */
  readonly sinceSentMs: number;
}

/** The server's clock as far as its answers say. */
export interface ServerClock {
  observe(time: ServerTime): void;
  /** Milliseconds since 1970 by the server's clock; never ahead of it, and at most about a second behind. */
  nowMs(): number;
}

/**
 * An answer gives whole seconds and is some time on its way, so it gives the offset of the clocks only within
 * bounds; more answers narrow them. When they contradict each other, one of the clocks was set: only the newest
 * counts then.
 */
export function createServerClock(clock: Clock): ServerClock {
  let lowestOffsetMs = 0;
  let highestOffsetMs = Number.NEGATIVE_INFINITY;

  return {
    observe(time) {
      const lowest = time.unixSeconds * 1000 - clock.now();
      const highest = lowest + 1000 + time.sinceSentMs;
      const agrees = lowest <= highestOffsetMs && highest >= lowestOffsetMs;
      lowestOffsetMs = agrees ? Math.max(lowest, lowestOffsetMs) : lowest;
      highestOffsetMs = agrees ? Math.min(highest, highestOffsetMs) : highest;
    },
    nowMs: () => clock.now() + lowestOffsetMs,
  };
}
