import type { Attempt } from '../attempt.ts';
import { Failure } from '../errors/failure.ts';

/** What the tries of a request have come to, as far as the rules of repeating count. */
export interface RetryState {
  /** Requests sent. */
  readonly sent: number;
  /** Waits for the turn of the hour. */
  readonly quotaWaits: number;
  /** Requests that got no answer in time. */
  readonly timeouts: number;
  /** The last request was refused for its session. */
  readonly wasSessionRefused: boolean;
  /** The answer of a request was lost, so that it may have been applied. */
  readonly wasLost: boolean;
  /** When the first request was sent, by a clock that nobody sets. */
  readonly firstSentMs?: number;
}

/** Before the first try. */
export const untried: RetryState = {
  sent: 0,
  quotaWaits: 0,
  timeouts: 0,
  wasSessionRefused: false,
  wasLost: false,
};

/** Counts a try, if it came so far that a request was sent. */
export function countAttempt(
  state: RetryState,
  { sentMonotonicMs, number }: Attempt,
  failed?: { readonly reason: unknown },
): RetryState {
  if (sentMonotonicMs === undefined) return state;
  const isLost = failed?.reason instanceof Failure && failed.reason.facts.isAmbiguous === true;
  return {
    ...state,
    sent: number,
    wasLost: state.wasLost || isLost,
    firstSentMs: state.firstSentMs ?? sentMonotonicMs,
  };
}
