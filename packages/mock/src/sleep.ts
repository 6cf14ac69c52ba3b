import { setTimeout as wait } from 'node:timers/promises';

/** Waits so many milliseconds, or until the signal says that nobody waits for it any more. */
export type Sleep = (milliseconds: number, signal: AbortSignal) => Promise<void>;

/** Waits in real time. */
export async function realSleep(milliseconds: number, signal: AbortSignal): Promise<void> {
  await wait(milliseconds, undefined, { signal }).catch((error: unknown) => {
    if (!signal.aborted) throw error;
  });
}
