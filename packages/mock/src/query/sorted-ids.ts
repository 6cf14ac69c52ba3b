import { type Steps, takeInSlices } from '../slices.ts';

/** IDs that are sorted at once before they are merged. */
const runLength = 256;

/** How many IDs one step of a merge puts in order. */
const mergeStep = 2048;

/** IDs that follow one another. */
export interface IDRange {
  readonly firstID: number;
  readonly size: number;
}

/** Compares two IDs: below 0 when the first one comes first; never 0 for two different ones. */
export type CompareIDs = (left: number, right: number) => number;

/** Merges runs of `width` IDs in pairs. */
function* merges(lists: { from: Int32Array; to: Int32Array }, width: number, compare: CompareIDs) {
  const { from, to } = lists;
  let done = 0;
  for (let start = 0; start < from.length; start += 2 * width) {
    const middle = Math.min(start + width, from.length);
    const end = Math.min(start + 2 * width, from.length);
    let left = start;
    let right = middle;
    for (let index = start; index < end; index += 1) {
      const takesLeft =
        right >= end || (left < middle && compare(from[left] as number, from[right] as number) < 0);
      to[index] = (takesLeft ? from[left++] : from[right++]) as number;
      done += 1;
      if (done % mergeStep === 0) yield;
    }
  }
}

/** Sorts IDs. */
export function* sortSteps(ids: Int32Array, compare: CompareIDs): Steps<Int32Array> {
  for (let start = 0; start < ids.length; start += runLength) {
    ids.subarray(start, start + runLength).sort(compare);
    yield;
  }
  let from: Int32Array = ids;
  let to: Int32Array = new Int32Array(ids.length);
  for (let width = runLength; width < ids.length; width *= 2) {
    yield* merges({ from, to }, width, compare);
    [from, to] = [to, from];
  }
  return from;
}

/** The IDs of a range sorted, in slices: a million of them take seconds. */
export function sortedIDs({ firstID, size }: IDRange, compare: CompareIDs): Promise<Int32Array> {
  // `from` with a function takes a hundred times as long, in which nobody else is answered.
  const ids = new Int32Array(size);
  for (let index = 0; index < size; index += 1) ids[index] = firstID + index;
  return takeInSlices(sortSteps(ids, compare));
}
