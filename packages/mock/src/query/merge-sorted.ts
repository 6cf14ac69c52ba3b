import type { Steps } from '../slices.ts';
import { lowerBound } from './lower-bound.ts';

/** How many items are put in before others may be answered. */
const chunk = 256;

/** So few items are put in, or taken away, between pieces that are copied as they are. */
const maxFew = 32;

type Compare<T> = (left: T, right: T) => number;

/** Two sorted lists in one. It compares little where few items are put into many. */
export function* mergeSorted<T>(many: readonly T[], few: readonly T[], compare: Compare<T>): Steps<T[]> {
  if (few.length <= maxFew) return withFew(many, few, compare);
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

function withFew<T>(many: readonly T[], few: readonly T[], compare: Compare<T>): T[] {
  const pieces: T[][] = [];
  let from = 0;
  for (const item of few) {
    const start = from;
    from += lowerBound(many.length - start, (at) => compare(many[start + at] as T, item) <= 0);
    pieces.push(many.slice(start, from), [item]);
  }
  return ([] as T[]).concat(...pieces, many.slice(from));
}

/** A sorted list without some of its items, no two of which are equal in the order. */
export function withoutItems<T>(list: readonly T[], gone: ReadonlySet<T>, compare: Compare<T>): readonly T[] {
  if (gone.size === 0) return list;
  if (gone.size > maxFew) return list.filter((item) => !gone.has(item));
  const pieces: T[][] = [];
  let from = 0;
  for (const item of [...gone].sort(compare)) {
    const at = lowerBound(list.length, (index) => compare(list[index] as T, item) < 0);
    pieces.push(list.slice(from, at));
    from = at + 1;
  }
  return ([] as T[]).concat(...pieces, list.slice(from));
}
