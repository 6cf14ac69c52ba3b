import { eachOfStep, eachStep, type Steps } from '../slices.ts';

interface Range {
  readonly start: number;
  readonly end: number;
}

/** IDs of rows that never change by the value of one of their fields. What is not set is found by `undefined`. */
export class ValueIndex {
  readonly #ids: Int32Array;
  /** Where the IDs of a value begin and end. */
  readonly #ranges: ReadonlyMap<unknown, Range>;

  private constructor(ids: Int32Array, ranges: ReadonlyMap<unknown, Range>) {
    this.#ids = ids;
    this.#ranges = ranges;
  }

  /** Counts the values of the rows, whose IDs follow one another, then puts each ID behind those of its value. */
  static *build(
    { firstID, size }: { readonly firstID: number; readonly size: number },
    valueAt: (id: number) => unknown,
  ): Steps<ValueIndex> {
    const values = new Map<unknown, number>();
    const counts: number[] = [];
    const kinds = new Int32Array(size);
    yield* eachStep(size, (index) => {
      const value = valueAt(firstID + index) ?? undefined;
      let kind = values.get(value);
      if (kind === undefined) {
        kind = counts.length;
        values.set(value, kind);
        counts.push(0);
      }
      kinds[index] = kind;
      counts[kind] = (counts[kind] as number) + 1;
    });
    yield;
    const ends = new Int32Array(counts.length);
    const ranges = new Map<unknown, Range>();
    let start = 0;
    // There may be as many values as rows.
    yield* eachOfStep(values, ([value, kind]) => {
      ends[kind] = start;
      const end = start + (counts[kind] as number);
      ranges.set(value, { start, end });
      start = end;
    });
    yield;
    const ids = new Int32Array(size);
    yield* eachStep(size, (index) => {
      const kind = kinds[index] as number;
      ids[ends[kind] as number] = firstID + index;
      ends[kind] = (ends[kind] as number) + 1;
    });
    return new ValueIndex(ids, ranges);
  }

  /** The same of a field with several values: each ID stands behind all of them. */
  static *buildLists(
    { firstID, size }: { readonly firstID: number; readonly size: number },
    valuesAt: (id: number) => readonly unknown[],
  ): Steps<ValueIndex> {
    const idsOf = new Map<unknown, number[]>();
    let count = 0;
    yield* eachStep(size, (index) => {
      for (const value of new Set(valuesAt(firstID + index))) {
        const known = idsOf.get(value);
        if (known === undefined) idsOf.set(value, [firstID + index]);
        else known.push(firstID + index);
        count += 1;
      }
    });
    const ids = new Int32Array(count);
    const ranges = new Map<unknown, Range>();
    let start = 0;
    yield* eachOfStep(idsOf, ([value, found]) => {
      ids.set(found, start);
      ranges.set(value, { start, end: start + found.length });
      start += found.length;
    });
    return new ValueIndex(ids, ranges);
  }

  /** How many rows have the value. */
  count(value: unknown): number {
    const { start = 0, end = 0 } = this.#ranges.get(value ?? undefined) ?? {};
    return end - start;
  }

  /** IDs of the rows with the value, ascending. */
  of(value: unknown): number[] {
    const range = this.#ranges.get(value ?? undefined);
    return range === undefined ? [] : Array.from(this.#ids.subarray(range.start, range.end));
  }
}
