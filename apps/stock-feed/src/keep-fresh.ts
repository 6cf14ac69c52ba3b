import { isErplyError } from '@erply-kit/client';
import { UsageError } from '@erply-kit/command-line';
import { describeFailure } from '@erply-kit/command-line/erply';

import { FeedError } from './feed-error.ts';

/** Waits so many milliseconds; throws when the program is interrupted. */
export type Sleep = (milliseconds: number) => Promise<unknown>;

export interface KeepFreshOptions {
  /** Asks Erply what has changed. */
  refresh(): Promise<unknown>;
  /** Milliseconds from the beginning of one refresh to that of the next. */
  readonly everyMs: number;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly sleep: Sleep;
  /** Takes a line for an operator. */
  note(line: string): void;
  readonly signal: AbortSignal;
}

/** Longest wait after a failure; where `everyMs` is longer, that. */
const longestRetryMs = 15 * 60_000;

/**
 * Refreshes again and again, until the signal comes. A failure does not end it: it waits twice as long after each one
 * in a row. Only what another try cannot change ends it: wrong usage, and a password that Erply refuses, since five
 * wrong tries lock the user for everybody.
 */
export async function keepFresh(options: KeepFreshOptions): Promise<void> {
  const { everyMs, now, sleep, note, signal } = options;
  let failures = 0;
  while (!signal.aborted) {
    const startedAt = now();
    try {
      await options.refresh();
      if (failures > 0) note(`it worked again, after ${failures} ${failures === 1 ? 'failure' : 'failures'}`);
      failures = 0;
    } catch (error) {
      if (signal.aborted) return;
      if (isFinal(error)) throw error;
      failures++;
      const { message } = describeFailure(error, { ownError: FeedError, environment: undefined });
      note(`${message}; trying again in ${Math.ceil(retryMs(everyMs, failures) / 1000)} s`);
    }
    const waitMs = failures > 0 ? retryMs(everyMs, failures) : everyMs - (now() - startedAt);
    await sleep(Math.max(0, waitMs)).catch((error: unknown) => {
      if (!signal.aborted) throw error;
    });
  }
}

function retryMs(everyMs: number, failures: number): number {
  return Math.max(everyMs, Math.min(longestRetryMs, everyMs * 2 ** (failures - 1)));
}

function isFinal(error: unknown): boolean {
  if (error instanceof UsageError) return true;
  return isErplyError(error) && (error.kind === 'credentials' || error.kind === 'usage');
}
