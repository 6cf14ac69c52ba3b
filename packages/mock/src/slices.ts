import { setImmediate as turn } from 'node:timers/promises';

/** How long the event loop may be held at a time. */
const maxHeldMs = 8;

/** Long work, in steps so small that others may be answered between them. */
export type Steps<TResult = void> = Generator<void, TResult, void>;

/**
 * Does long work in slices, so that other requests are answered meanwhile: `step` does a little of it and says whether
 * there is more. `now` is a clock in milliseconds.
 */
export async function inSlices(step: () => boolean, now: () => number = performance.now.bind(performance)) {
  let startedAt = now();
  while (step()) {
    if (now() - startedAt < maxHeldMs) continue;
    await turn();
    startedAt = now();
  }
}

/** Takes the steps in slices, and answers what they come to. */
export async function takeInSlices<TResult>(steps: Steps<TResult>): Promise<TResult> {
  let next = steps.next();
  await inSlices(() => {
    if (!next.done) next = steps.next();
    return !next.done;
  });
  return next.value as TResult;
}

/** Takes all steps at once: for what may not be interrupted. */
export function takeAtOnce<TResult>(steps: Steps<TResult>): TResult {
  let next = steps.next();
  while (!next.done) next = steps.next();
  return next.value;
}

/** How many little things make one step. */
const chunk = 256;

/** Calls `each` for 0 to `count` - 1. */
export function* eachStep(count: number, each: (index: number) => void): Steps {
  for (let start = 0; start < count; start += chunk) {
    const end = Math.min(count, start + chunk);
    for (let index = start; index < end; index += 1) each(index);
    if (end < count) yield;
  }
}

/** Calls `each` for all that come. */
export function* eachOfStep<TItem>(items: Iterable<TItem>, each: (item: TItem) => void): Steps {
  let count = 0;
  for (const item of items) {
    each(item);
    count += 1;
    if (count % chunk === 0) yield;
  }
}

/**
 * Makes what is called between pieces of work that have no slices of their own: it lets others in when the event loop
 * has been held for long enough since it last did.
 */
export function turnTaker(now: () => number = performance.now.bind(performance)): () => Promise<void> {
  let startedAt = now();
  return async () => {
    if (now() - startedAt < maxHeldMs) return;
    await turn();
    startedAt = now();
  };
}

/** Calls `each` for 0 to `count` - 1, in slices. */
export const eachInSlices = (count: number, each: (index: number) => void): Promise<void> =>
  takeInSlices(eachStep(count, each));

/** Calls `each` for all that come, in slices. */
export const eachOfInSlices = <TItem>(items: Iterable<TItem>, each: (item: TItem) => void): Promise<void> =>
  takeInSlices(eachOfStep(items, each));
