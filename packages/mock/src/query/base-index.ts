import type { BaseProducts } from '@erply-kit/fixtures';

import { eachInSlices } from '../slices.ts';

/** The untouched products by the value of one field that holds an ID. */
export class BaseIndex {
  readonly #ids: Int32Array;
  /** Where the products of a value begin and end. */
  readonly #ranges: ReadonlyMap<number, { start: number; end: number }>;

  private constructor(ids: Int32Array, ranges: ReadonlyMap<number, { start: number; end: number }>) {
    this.#ids = ids;
    this.#ranges = ranges;
  }

  /** Counts the values, then puts each product in its place. */
  static async build(products: BaseProducts, field: string): Promise<BaseIndex> {
    const values = new Int32Array(products.size + 1);
    const counts = new Map<number, number>();
    await eachInSlices(products.size, (index) => {
      const value = Number(products.value(field, index + 1) ?? 0);
      values[index + 1] = value;
      counts.set(value, (counts.get(value) ?? 0) + 1);
    });
    const ranges = new Map<number, { start: number; end: number }>();
    let start = 0;
    for (const [value, count] of counts) {
      ranges.set(value, { start, end: start });
      start += count;
    }
    const ids = new Int32Array(products.size);
    await eachInSlices(products.size, (index) => {
      const range = ranges.get(values[index + 1] as number);
      if (range === undefined) return;
      ids[range.end] = index + 1;
      range.end += 1;
    });
    return new BaseIndex(ids, ranges);
  }

  /** IDs of products that have one of the values. */
  of(values: Iterable<number>): number[] {
    const found: number[] = [];
    for (const value of new Set(values)) {
      const { start = 0, end = 0 } = this.#ranges.get(value) ?? {};
      for (let place = start; place < end; place += 1) found.push(this.#ids[place] as number);
    }
    return found;
  }
}
