import { setImmediate as turn } from 'node:timers/promises';

/** How long the event loop may be held at a time. */
const maxHeldMs = 8;

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

/** How many little things are done before the clock is asked again. */
const chunk = 256;

/** Calls `each` for 0 to `count` - 1, in slices. */
export async function eachInSlices(count: number, each: (index: number) => void): Promise<void> {
  let next = 0;
  await inSlices(() => {
    const end = Math.min(count, next + chunk);
    for (; next < end; next += 1) each(next);
    return next < count;
  });
}

/** Calls `each` for all that come, in slices. */
export async function eachOfInSlices<TItem>(items: Iterable<TItem>, each: (item: TItem) => void) {
  const iterator = items[Symbol.iterator]();
  await inSlices(() => {
    for (let count = 0; count < chunk; count += 1) {
      const next = iterator.next();
      if (next.done === true) return false;
      each(next.value);
    }
    return true;
  });
}
