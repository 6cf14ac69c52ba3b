import type { Steps } from '../slices.ts';
import { lowerBound } from './lower-bound.ts';

/** How many items are put in before others may be answered. */
const chunk = 256;

/** Two sorted lists in one. It compares little where few items are put into many. */
export function* mergeSorted<T>(
  many: readonly T[],
  few: readonly T[],
  compare: (left: T, right: T) => number,
): Steps<T[]> {
  const merged: T[] = [];
  let next = 0;
  for (const [index, item] of few.entries()) {
    const from = next;
    next += lowerBound(many.length - from, (at) => compare(many[from + at] as T, item) <= 0);
    for (let at = from; at < next; at += 1) merged.push(many[at] as T);
    merged.push(item);
    if (index % chunk === chunk - 1) yield;
  }
  for (; next < many.length; next += 1) merged.push(many[next] as T);
  return merged;
}
