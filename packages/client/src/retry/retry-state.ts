import type { Attempt } from '../attempt.ts';

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
}

/** Before the first try. */
export const untried: RetryState = { sent: 0, quotaWaits: 0, timeouts: 0, wasSessionRefused: false };

/** Counts a try, if it came so far that a request was sent. */
export function countAttempt(state: RetryState, { sentAtMs, number }: Attempt): RetryState {
  return sentAtMs === undefined ? state : { ...state, sent: number };
}
