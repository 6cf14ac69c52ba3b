import type { Clock } from './clock.ts';
import { waitUntilCalled } from './until.ts';

/** Sleeps for `ms` milliseconds. An abort of the signal ends it at once and rejects with the signal's reason. */
export type Wait = (ms: number, options?: { readonly signal?: AbortSignal | undefined }) => Promise<void>;

/** Sleeping by a clock. */
export function createWait(clock: Clock): Wait {
  return (ms, options) => waitUntilCalled(options?.signal, (wake) => clock.alarm(ms, wake));
}
