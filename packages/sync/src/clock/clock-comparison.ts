import type { Status } from '@erply-kit/schemas';

import { SyncError } from '../sync-error.ts';
import type { Clock } from './clock.ts';
import { watermarkOf } from './watermark.ts';

/** A time by the server's clock, and when it was asked for by ours. */
export interface ServerTime {
  /** Seconds since 1970. */
  readonly seconds: number;
  /** Milliseconds since 1970 by our clock. Absent where an earlier version has written it. */
  readonly askedAt?: number;
}

/** What a run knows of the server's clock. */
export interface ClockComparison {
  /** Takes the server's time from an answer that came just now. */
  observe(status: Status): void;
  /**
   * The watermark that an answer allows.
   * @throws SyncError when the answer does not say the time.
   */
  watermarkOf(
    status: Status,
    asked: { readonly lane: string; readonly askedAt: number },
  ): Required<ServerTime>;
  /** The server's time now, as far as its last answer tells; ours before the first. Milliseconds since 1970. */
  serverMs(): number;
  /** Whether our clock says the same as an answer that came just now: then no other answer is needed to believe it. */
  agreesWith(status: Status): boolean;
  /**
   * What is left of a watermark after the answers since: the same; an earlier one, where the server's clock has gone
   * back against ours; nothing, where it has gone back and nobody can say how far.
   */
  confirm(time: ServerTime): ServerTime | undefined;
}

/** Less than this between the clocks is the way of an answer and the work that it makes, so it proves nothing. */
const toleranceSeconds = 30;

/** Whole seconds are rounded down twice: in the answer, and in the watermark made of it. */
const roundingSeconds = 2;

/** The year 2020. A clock of ours that is before it was never set, so nothing can be compared with it. */
const earliestMs = 1_577_836_800_000;

/**
 * Compares the server's clock with ours, through all answers of a run.
 *
 * Ours need not be right, it only has to go on evenly: then what lies between the two stays the same, and an answer
 * that finds less between them proves that an earlier one was ahead.
 */
export function createClockComparison(clock: Clock, marginSeconds: number): ClockComparison {
  const startedAt = clock.now();
  /** How far the server's clock is ahead of ours at least, by that answer of the run which says least. */
  let leastAhead = Number.POSITIVE_INFINITY;
  let lastSeconds = Number.POSITIVE_INFINITY;
  /** How far the server's clock was ahead of ours in the last answer. */
  let aheadMs = 0;

  const lowered = ({ seconds, askedAt = 0 }: ServerTime): number => {
    if (askedAt < earliestMs) return seconds;
    const mostAhead = seconds + marginSeconds + roundingSeconds - askedAt / 1000;
    const wentBack = mostAhead - leastAhead;
    return wentBack > toleranceSeconds ? Math.max(0, seconds - Math.ceil(wentBack)) : seconds;
  };

  return {
    observe(status) {
      const seconds = timeOf(status);
      if (seconds === undefined) return;
      lastSeconds = seconds;
      const now = clock.now();
      aheadMs = seconds * 1000 - now;
      if (now >= earliestMs) leastAhead = Math.min(leastAhead, seconds - now / 1000);
    },
    watermarkOf(status, { lane, askedAt }) {
      const serverSeconds = timeOf(status);
      if (serverSeconds === undefined)
        throw new SyncError(
          'unreadable',
          lane,
          'an answer does not say what time it is; nothing was written',
        );
      const now = clock.now();
      const asked = { marginSeconds, tookSeconds: (now - askedAt) / 1000 };
      // The server is ahead of the truth, or we are behind: what is read twice costs less than what is never read.
      const isAhead = now >= earliestMs && serverSeconds - now / 1000 > toleranceSeconds;
      const times = isAhead ? { requestUnixTime: askedAt / 1000, generationTime: 0 } : status;
      return { seconds: watermarkOf(times, asked), askedAt };
    },
    serverMs: () => clock.now() + aheadMs,
    agreesWith(status) {
      const apart = (timeOf(status) ?? Number.NaN) - clock.now() / 1000;
      return Math.abs(apart) <= toleranceSeconds;
    },
    confirm(time) {
      const seconds = lowered(time);
      const isOfThisRun = time.askedAt !== undefined && time.askedAt >= startedAt;
      if (lastSeconds < (isOfThisRun ? seconds : time.seconds)) return undefined;
      return seconds === time.seconds ? time : { ...time, seconds };
    },
  };
}

/** The server's time, where an answer says it: a field that does not fit is left as it was sent. */
function timeOf({ requestUnixTime }: Status): number | undefined {
  return Number.isFinite(requestUnixTime) && requestUnixTime > 0 ? requestUnixTime : undefined;
}
