import { lowerBound } from './lower-bound.ts';

/** Rows in an order, of which any part can be had. */
export interface Selection {
  readonly total: number;
  /** About what it takes of the memory, beside what others share. */
  readonly bytes: number;
  /** IDs from `offset` on (from 0), at most `count`. */
  ids(offset: number, count: number): number[];
}

/** A selection that is a list. */
export const listedSelection = (ids: readonly number[]): Selection => ({
  total: ids.length,
  bytes: ids.length * 8,
  ids: (offset, count) => ids.slice(offset, offset + count),
});

/** The other way round. */
export const reversed = ({ total, bytes, ids }: Selection): Selection => ({
  total,
  bytes,
  ids(offset, count) {
    const end = Math.max(0, total - offset);
    const start = Math.max(0, end - count);
    return ids(start, end - start).reverse();
  },
});

/** What a selection is merged of. */
export interface SelectionParts {
  /** Rows of the base, of which some are replaced. */
  readonly base: { readonly size: number; at(position: number): number };
  /** Positions in `base` of those that are replaced, ascending. */
  readonly replaced: readonly number[];
  /** Changed rows in order. */
  readonly changed: readonly { readonly id: number }[];
  /** How many of `base` come before the changed row at an index. */
  readonly before: (index: number) => number;
}

/**
 * Rows of the base and changed ones in one order, without a list of them all: where a page begins is found by halving,
 * so that the last page costs what the first one does.
 */
export function mergedSelection({ base, replaced, changed, before }: SelectionParts): Selection {
  const replacedBefore = (position: number) =>
    lowerBound(replaced.length, (index) => (replaced[index] as number) < position);
  const beforeOf = (index: number) => (index < changed.length ? before(index) : Number.POSITIVE_INFINITY);
  /** Where a changed row stands among all. */
  const rankOf = (index: number) => index + before(index) - replacedBefore(before(index));
  const total = base.size - replaced.length + changed.length;
  return {
    total,
    bytes: replaced.length * 8 + changed.length * 8,
    ids(offset, count) {
      const found: number[] = [];
      let next = lowerBound(changed.length, (index) => rankOf(index) < offset);
      const ofBase = offset - next;
      let position = lowerBound(base.size, (at) => at + 1 - replacedBefore(at + 1) <= ofBase);
      let index = replacedBefore(position);
      let nextBefore = beforeOf(next);
      const end = Math.min(count, total - offset);
      while (found.length < end) {
        if (nextBefore <= position) {
          found.push((changed[next] as { id: number }).id);
          next += 1;
          nextBefore = beforeOf(next);
        } else if (replaced[index] === position) {
          index += 1;
          position += 1;
        } else {
          found.push(base.at(position));
          position += 1;
        }
      }
      return found;
    },
  };
}
