import { setTimeout } from 'node:timers/promises';

/** Waits so many milliseconds; rejects as soon as the signal comes. */
export type Sleep = (ms: number, signal: AbortSignal) => Promise<unknown>;

/** What a program that runs for long gets from the machine beside input and output; a test has its own. */
export interface Outside {
  readonly sleep: Sleep;
  /** From 0 to below 1. */
  readonly random: () => number;
  /** Sends heartbeats. */
  readonly fetch: typeof globalThis.fetch;
}

/** The machine itself. */
export const machine: Outside = {
  sleep: (ms, signal) => setTimeout(ms, undefined, { signal }),
  random: Math.random,
  fetch: globalThis.fetch,
};
