import { lowerBound } from './lower-bound.ts';

/** Products in an order, of which any part can be had. */
export interface ProductSelection {
  readonly total: number;
  /** About what it takes of the memory, beside what others share. */
  readonly bytes: number;
  /** IDs from `offset` on (from 0), at most `count`. */
  ids(offset: number, count: number): number[];
}

/** A selection that is a list. */
export const listedSelection = (ids: readonly number[]): ProductSelection => ({
  total: ids.length,
  bytes: ids.length * 8,
  ids: (offset, count) => ids.slice(offset, offset + count),
});

/** The other way round. */
export const reversed = ({ total, bytes, ids }: ProductSelection): ProductSelection => ({
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
  /** Untouched products, of which some are replaced. */
  readonly base: { readonly size: number; at(place: number): number };
  /** Places in `base` of those that are replaced, ascending. */
  readonly holes: readonly number[];
  /** Touched products in order, each with the number of those of `base` before it. */
  readonly touched: readonly { readonly id: number; readonly before: number }[];
}

/**
 * Untouched and touched products in one order, without a list of them all: where a page begins is found by halving, so
 * that the last page costs what the first one does.
 */
export function mergedSelection({ base, holes, touched }: SelectionParts): ProductSelection {
  const holesBefore = (place: number) => lowerBound(holes.length, (hole) => (holes[hole] as number) < place);
  /** Where a touched product stands among all. */
  const rankOf = (index: number) => {
    const { before = 0 } = touched[index] ?? {};
    return index + before - holesBefore(before);
  };
  const total = base.size - holes.length + touched.length;
  return {
    total,
    bytes: holes.length * 8 + touched.length * 40,
    ids(offset, count) {
      const found: number[] = [];
      let next = lowerBound(touched.length, (index) => rankOf(index) < offset);
      const untouched = offset - next;
      let place = lowerBound(base.size, (at) => at + 1 - holesBefore(at + 1) <= untouched);
      let hole = holesBefore(place);
      const end = Math.min(count, total - offset);
      while (found.length < end) {
        const { id, before } = touched[next] ?? { id: 0, before: Number.POSITIVE_INFINITY };
        if (before <= place) {
          found.push(id);
          next += 1;
        } else if (holes[hole] === place) {
          hole += 1;
          place += 1;
        } else {
          found.push(base.at(place));
          place += 1;
        }
      }
      return found;
    },
  };
}
