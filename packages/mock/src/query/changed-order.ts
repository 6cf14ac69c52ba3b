import { eachInSlices } from '../slices.ts';
import type { Table } from '../store/table.ts';
import type { BaseOrder } from './base-order.ts';
import { lowerBound } from './lower-bound.ts';
import { compareKeys, keyBy, type OrderName, type SortKey } from './sort-key.ts';

/** A product that the account has touched, in an order of products. */
export interface TouchedProduct {
  readonly id: number;
  readonly key: SortKey;
  /** Untouched products before it, those that the account has replaced included. */
  readonly before: number;
}

/** Products that the account has touched, in an order. */
export interface TouchedNow {
  readonly products: readonly TouchedProduct[];
  /** Places in the base's order of products that the account has replaced, ascending. */
  readonly holes: readonly number[];
  /** Some of the products, by their IDs, in the order. */
  of(ids: Iterable<number>): readonly TouchedProduct[];
}

/** Products that the account has touched in one of Erply's orders. Kept up with its writes: each costs what it changed. */
export class TouchedOrder {
  readonly #table: Table;
  readonly #order: OrderName;
  readonly #base: BaseOrder;
  #products: TouchedProduct[] = [];
  #known = new Map<number, TouchedProduct>();
  /** Places in the base's order of products that the account has replaced, ascending. */
  #holes: number[] = [];
  #isHole = new Set<number>();
  #dirty: Set<number>;
  #work: Promise<void> = Promise.resolve();

  constructor(table: Table, order: OrderName, base: BaseOrder) {
    this.#table = table;
    this.#order = order;
    this.#base = base;
    this.#dirty = new Set(table.changes.keys());
    table.onWrite((id) => this.#dirty.add(id));
  }

  /** As it is now: an earlier one must not be held on to. */
  async now(): Promise<TouchedNow> {
    this.#work = this.#work.then(() => this.#catchUp());
    await this.#work;
    return { products: this.#products, holes: this.#holes, of: (ids) => this.#of(ids) };
  }

  #of(ids: Iterable<number>): TouchedProduct[] {
    const found: TouchedProduct[] = [];
    for (const id of ids) {
      const product = this.#known.get(id);
      if (product !== undefined) found.push(product);
    }
    return found.sort(compareKeys);
  }

  async #catchUp(): Promise<void> {
    if (this.#dirty.size === 0) return;
    const ids = [...this.#dirty];
    this.#dirty.clear();
    const added: TouchedProduct[] = [];
    const holes: number[] = [];
    const removed = new Set<TouchedProduct>();
    await eachInSlices(ids.length, (index) => {
      const id = ids[index] as number;
      const before = this.#known.get(id);
      if (before !== undefined) removed.add(before);
      if (this.#table.isBase(id) && !this.#isHole.has(id)) {
        this.#isHole.add(id);
        holes.push(this.#base.placeOf(id));
      }
      if (!this.#table.has(id)) this.#known.delete(id);
      else {
        const key = keyBy(this.#order, (field) => this.#table.value(field, id));
        const product = { id, key, before: this.#untouchedBefore(id, key) };
        this.#known.set(id, product);
        added.push(product);
      }
    });
    const kept =
      removed.size === 0 ? this.#products : this.#products.filter((product) => !removed.has(product));
    this.#products = merged(kept, added.sort(compareKeys), compareKeys);
    this.#holes = merged(
      this.#holes,
      holes.sort((left, right) => left - right),
      (left, right) => left - right,
    );
  }

  #untouchedBefore(id: number, key: SortKey): number {
    return lowerBound(this.#table.base.size, (place) => {
      const other = this.#base.at(place);
      return compareKeys({ id: other, key: this.#base.keyOf(other) }, { id, key }) < 0;
    });
  }
}

/** Two sorted lists in one. */
function merged<T>(left: readonly T[], right: readonly T[], compare: (left: T, right: T) => number): T[] {
  if (right.length === 0) return [...left];
  const all: T[] = [];
  let next = 0;
  for (const item of left) {
    while (next < right.length && compare(right[next] as T, item) < 0) all.push(right[next++] as T);
    all.push(item);
  }
  while (next < right.length) all.push(right[next++] as T);
  return all;
}
