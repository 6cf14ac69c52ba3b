import { eachInSlices } from '../slices.ts';
import type { Base } from '../store/base.ts';
import type { BaseOrder, BaseOrders } from './base-orders.ts';
import type { Fields, Filter } from './filter.ts';
import { lowerBound } from './lower-bound.ts';
import type { Order } from './order.ts';
import type { SelectionCache } from './selection-cache.ts';

/** Rows of the base that some filters choose, in an order. */
export interface BaseSelection {
  readonly size: number;
  /** About what it takes of the memory. */
  readonly bytes: number;
  at(position: number): number;
  /** Chosen rows before that position of the order of all. */
  before(position: number): number;
}

/** Where one in so many rows is chosen, or more, going through all positions beats sorting, and is done in slices. */
const oneIn = 16;

/** The rows that one of the filters finds by itself, and the other filters. */
export interface Candidates {
  readonly ids: readonly number[];
  readonly others: readonly Filter[];
}

const whole = (order: BaseOrder, size: number): BaseSelection => ({
  size,
  bytes: 0,
  at: (position) => order.at(position),
  before: (position) => position,
});

/** Those that stand at some positions of the order of all, ascending. */
const chosen = (positions: Int32Array, order: BaseOrder): BaseSelection => ({
  size: positions.length,
  bytes: positions.byteLength,
  at: (position) => order.at(positions[position] as number),
  before: (position) => lowerBound(positions.length, (index) => (positions[index] as number) < position),
});

/** A row of the base; one object for all, since millions are looked at. */
class BaseFields implements Fields {
  id = 0;
  readonly #base: Base;
  constructor(base: Base) {
    this.#base = base;
  }
  get(field: string): unknown {
    return this.#base.value(field, this.id);
  }
}

/** The positions below `size` that are chosen, ascending. */
async function positionsThat(size: number, isChosen: (position: number) => boolean): Promise<Int32Array> {
  const found: number[] = [];
  await eachInSlices(size, (position) => {
    if (isChosen(position)) found.push(position);
  });
  return Int32Array.from(found);
}

/** Choices among the rows of one base, which are the same for all accounts and for ever. */
export class BaseSelections {
  readonly #base: Base;
  readonly #orders: BaseOrders;
  readonly #cache: SelectionCache<BaseSelection>;

  constructor(base: Base, orders: BaseOrders, cache: SelectionCache<BaseSelection>) {
    this.#base = base;
    this.#orders = orders;
    this.#cache = cache;
  }

  /** Whether a choice can be had without looking for it. */
  has(order: Order, filters: readonly Filter[]): boolean {
    return filters.length === 0 || this.#cache.has(this.#keyOf(order, filters));
  }

  async get(
    order: Order,
    filters: readonly Filter[],
    candidates: Candidates | undefined,
  ): Promise<BaseSelection> {
    const inOrder = await this.#orders.get(order);
    if (filters.length === 0) return whole(inOrder, this.#base.size);
    const key = this.#keyOf(order, filters);
    const known = this.#cache.get(key);
    if (known !== undefined) return known;
    const selection = chosen(await this.#choose(inOrder, filters, candidates), inOrder);
    this.#cache.keep(key, selection);
    return selection;
  }

  /** The fewest rows that one of the filters finds; `undefined` when all have to be tested. */
  async candidates(filters: readonly Filter[]): Promise<Candidates | undefined> {
    let fewest: Candidates | undefined;
    for (const filter of filters) {
      const ids = await filter.baseIDs?.();
      if (ids === undefined || (fewest !== undefined && ids.length >= fewest.ids.length)) continue;
      fewest = { ids, others: filters.filter((other) => other !== filter) };
    }
    return fewest;
  }

  /** The candidates that pass the other filters too. */
  async tested({ ids, others }: Candidates): Promise<readonly number[]> {
    if (others.length === 0) return ids;
    const matches = this.#tester(others);
    const found: number[] = [];
    await eachInSlices(ids.length, (index) => {
      const id = ids[index] as number;
      if (matches(id)) found.push(id);
    });
    return found;
  }

  #keyOf(order: Order, filters: readonly Filter[]): string {
    return [this.#base.definition.name, order.name, ...filters.map((filter) => filter.key)].join('\n');
  }

  #tester(filters: readonly Filter[]): (id: number) => boolean {
    const row = new BaseFields(this.#base);
    return (id) => {
      row.id = id;
      return filters.every((filter) => filter.matches(row));
    };
  }

  async #choose(order: BaseOrder, filters: readonly Filter[], candidates: Candidates | undefined) {
    const { size } = this.#base;
    if (candidates === undefined) {
      const matches = this.#tester(filters);
      return positionsThat(size, (position) => matches(order.at(position)));
    }
    const ids = await this.tested(candidates);
    if (ids.length * oneIn < size) return Int32Array.from(ids, (id) => order.positionOf(id)).sort();
    const isChosen = new Uint8Array(size);
    await eachInSlices(ids.length, (index) => {
      isChosen[order.positionOf(ids[index] as number)] = 1;
    });
    return positionsThat(size, (position) => isChosen[position] === 1);
  }
}
