import { eachOfStep, eachStep, inSlices, type Steps } from '../slices.ts';
import type { Table } from '../store/table.ts';
import type { BaseOrder } from './base-orders.ts';
import { lowerBound } from './lower-bound.ts';
import { mergeSorted, withoutItems } from './merge-sorted.ts';
import { comparing, type Order, type SortKey } from './order.ts';
import { sortSteps } from './sorted-ids.ts';

/** A row that the account has changed, in an order. */
export interface ChangedRow {
  readonly id: number;
  readonly key: SortKey;
  /** Rows of the base before it, those that the account has replaced included. */
  readonly before: number;
}

/** The rows that an account has changed, as they are now, in an order. */
export interface ChangedRows {
  readonly rows: readonly ChangedRow[];
  /** Positions in the base's order of rows that the account has replaced, ascending. */
  readonly replaced: readonly number[];
}

/** The rows that an account has changed in one order. Kept up with its writes: each costs what it changed. */
export class ChangedOrder {
  readonly #table: Table;
  readonly #order: Order;
  readonly #base: BaseOrder;
  readonly #compareKeys: (left: SortKey, right: SortKey) => number;
  #rows: readonly ChangedRow[] = [];
  readonly #known = new Map<number, ChangedRow>();
  #replaced: readonly number[] = [];
  readonly #isReplaced = new Set<number>();
  /** Rows that were written since they were taken in. */
  #dirty = new Set<number>();
  #catchingUp: Steps | undefined;

  constructor(table: Table, order: Order, base: BaseOrder) {
    this.#table = table;
    this.#order = order;
    this.#base = base;
    this.#compareKeys = comparing(order);
    this.#catchingUp = this.#takeIn(table.changes.keys());
    table.onWrite((id) => this.#dirty.add(id));
  }

  /** Takes in, in slices, what was written since. */
  catchUp(): Promise<void> {
    return inSlices(() => this.#step());
  }

  /** As they are now; what was written since `catchUp` is taken in at once. */
  now(): ChangedRows {
    while (this.#step());
    return { rows: this.#rows, replaced: this.#replaced };
  }

  /** Some of the rows, by their IDs, in the order. */
  of(ids: Iterable<number>): ChangedRow[] {
    while (this.#step());
    const found: ChangedRow[] = [];
    for (const id of ids) {
      const row = this.#known.get(id);
      if (row !== undefined) found.push(row);
    }
    return found.sort(this.compare);
  }

  /** Which of two rows comes first in it. */
  readonly compare = (left: ChangedRow, right: ChangedRow) =>
    this.#compareKeys(left.key, right.key) || left.id - right.id;

  /** Whoever waits takes the next step of the same work; whether there is more. */
  #step(): boolean {
    if (this.#catchingUp === undefined && this.#dirty.size > 0) {
      this.#catchingUp = this.#takeIn(this.#dirty);
      this.#dirty = new Set();
    }
    if (this.#catchingUp?.next().done !== false) this.#catchingUp = undefined;
    return this.#catchingUp !== undefined || this.#dirty.size > 0;
  }

  *#takeIn(ids: Iterable<number>): Steps {
    const added: ChangedRow[] = [];
    const replaced: number[] = [];
    const removed = new Set<ChangedRow>();
    yield* eachOfStep(ids, (id) => {
      const before = this.#known.get(id);
      if (before !== undefined) removed.add(before);
      if (this.#table.isBase(id) && !this.#isReplaced.has(id)) {
        this.#isReplaced.add(id);
        replaced.push(this.#base.positionOf(id));
      }
      const row = this.#table.has(id) ? this.#rowOf(id) : undefined;
      if (row === undefined) this.#known.delete(id);
      else {
        this.#known.set(id, row);
        added.push(row);
      }
    });
    const sorted = yield* this.#sorted(added);
    const kept = withoutItems(this.#rows, removed, this.compare);
    yield;
    this.#rows = yield* mergeSorted(kept, sorted, this.compare);
    yield;
    const ascending = (left: number, right: number) => left - right;
    this.#replaced = yield* mergeSorted(this.#replaced, [...Int32Array.from(replaced).sort()], ascending);
  }

  #rowOf(id: number): ChangedRow {
    const key = this.#order.keyOf((field) => this.#table.value(field, id));
    return { id, key, before: this.#baseBefore(id, key) };
  }

  *#sorted(rows: readonly ChangedRow[]): Steps<ChangedRow[]> {
    const row = (index: number) => rows[index] as ChangedRow;
    const indexes = new Int32Array(rows.length);
    for (let index = 0; index < indexes.length; index += 1) indexes[index] = index;
    yield;
    const sorted = yield* sortSteps(indexes, (left, right) => this.compare(row(left), row(right)));
    const inOrder: ChangedRow[] = [];
    yield* eachStep(sorted.length, (index) => inOrder.push(row(sorted[index] as number)));
    return inOrder;
  }

  #baseBefore(id: number, key: SortKey): number {
    return lowerBound(this.#table.base.size, (position) => {
      const other = this.#base.at(position);
      return (this.#compareKeys(this.#base.keyOf(other), key) || other - id) < 0;
    });
  }
}
