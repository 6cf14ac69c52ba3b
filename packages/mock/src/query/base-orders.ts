import { eachInSlices } from '../slices.ts';
import type { Base } from '../store/base.ts';
import { comparingKeys, comparingNumbers, comparingTexts } from './comparing-ids.ts';
import { byNumber, comparing, type Order, type SortKey } from './order.ts';
import { sortedIDs } from './sorted-ids.ts';

/** Where rows of the base stand in an order, ascending, from position 0. */
export interface Positions {
  /** The ID at a position. */
  at(position: number): number;
  positionOf(id: number): number;
}

/** The rows of the base in an order. */
export interface BaseOrder extends Positions {
  keyOf(id: number): SortKey;
}

/** An order that is arithmetic in the ID, so that nothing has to be sorted; `undefined` for all others. */
export type ArithmeticOrder = (order: Order) => Positions | undefined;

const byID = ({ firstID }: Base): Positions => ({
  at: (position) => firstID + position,
  positionOf: (id) => id - firstID,
});

/** The orders of the rows of one base, each made at its first use: the keys of a million are kept no longer. */
export class BaseOrders {
  readonly #base: Base;
  readonly #arithmetic: ArithmeticOrder;
  readonly #orders = new Map<string, Promise<BaseOrder>>();

  constructor(base: Base, arithmetic: ArithmeticOrder) {
    this.#base = base;
    this.#arithmetic = arithmetic;
  }

  /** What a row is sorted by; no order has to be made for it. */
  keyOf({ keyOf }: Order, id: number): SortKey {
    return keyOf((field) => this.#base.value(field, id));
  }

  get(order: Order): Promise<BaseOrder> {
    let made = this.#orders.get(order.name);
    if (made === undefined) {
      made = this.#make(order);
      this.#orders.set(order.name, made);
    }
    return made;
  }

  async #make(order: Order): Promise<BaseOrder> {
    const isByID = order.name === byNumber(this.#base.definition.key).name;
    const { at, positionOf } = isByID
      ? byID(this.#base)
      : (this.#arithmetic(order) ?? (await this.#sort(order)));
    return { at, positionOf, keyOf: (id) => this.keyOf(order, id) };
  }

  async #sort(order: Order): Promise<Positions> {
    const { firstID, size } = this.#base;
    const ids = await sortedIDs(this.#base, await this.#comparing(order));
    const positions = new Int32Array(size);
    await eachInSlices(size, (position) => {
      positions[(ids[position] as number) - firstID] = position;
    });
    return {
      at: (position) => ids[position] as number,
      positionOf: (id) => positions[id - firstID] as number,
    };
  }

  #comparing(order: Order) {
    const keyOf = (id: number) => this.keyOf(order, id);
    if (order.by === 'number') return comparingNumbers(this.#base, (id) => Number(keyOf(id)));
    if (order.by === 'text') return comparingTexts(this.#base, (id) => String(keyOf(id)));
    return comparingKeys(this.#base, keyOf, comparing(order));
  }
}
