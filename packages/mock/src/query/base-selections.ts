import { eachInSlices } from '../slices.ts';
import type { ProductBase } from './base-finder.ts';
import type { BaseOrder } from './base-order.ts';
import type { ProductFields, ProductFilter } from './filter.ts';
import { keptBytes } from './kept-selections.ts';
import { lowerBound } from './lower-bound.ts';
import type { OrderName } from './sort-key.ts';

/** Untouched products that some filters choose, in an order. */
export interface BaseSelection {
  readonly size: number;
  at(place: number): number;
  /** Chosen products before that place of the order of all. */
  before(orderPlace: number): number;
}

/** How much the remembered choices may take. */
const maxBytes = 48 * 1024 * 1024;

/** Where one in so many products is chosen, or more, going through all places beats sorting, and is done in slices. */
const oneIn = 16;

/** The products that one of the filters finds by itself, and the other filters. */
export interface Candidates {
  readonly ids: readonly number[];
  readonly others: readonly ProductFilter[];
}

const keyOf = (order: OrderName, filters: readonly ProductFilter[]) =>
  [order, ...filters.map((filter) => filter.key)].join('\n');

/** A choice of nothing takes something as well. */
const bytesOf = (key: string, selection: BaseSelection) =>
  keptBytes(key, selection.size * Int32Array.BYTES_PER_ELEMENT);

const whole = (order: BaseOrder, size: number): BaseSelection => ({
  size,
  at: (place) => order.at(place),
  before: (orderPlace) => orderPlace,
});

/** Those that stand at some places of the order of all, ascending. */
const placed = (places: Int32Array, order: BaseOrder): BaseSelection => ({
  size: places.length,
  at: (place) => order.at(places[place] as number),
  before: (orderPlace) => lowerBound(places.length, (place) => (places[place] as number) < orderPlace),
});

/** A product that nobody has touched; one object for all, since millions are looked at. */
class UntouchedProduct implements ProductFields {
  id = 0;
  readonly #value: (field: string, id: number) => unknown;
  constructor(value: (field: string, id: number) => unknown) {
    this.#value = value;
  }
  get(field: string): unknown {
    return this.#value(field, this.id);
  }
}

/** The places below `size` that are chosen, ascending. */
async function placesThat(size: number, isChosen: (place: number) => boolean): Promise<Int32Array> {
  const chosen: number[] = [];
  await eachInSlices(size, (place) => {
    if (isChosen(place)) chosen.push(place);
  });
  return Int32Array.from(chosen);
}

/** Choices among untouched products, which are the same for all accounts and for ever. */
export class BaseSelections {
  readonly #base: ProductBase;
  readonly #kept = new Map<string, BaseSelection>();
  #bytes = 0;

  constructor(base: ProductBase) {
    this.#base = base;
  }

  /** Whether a choice can be had without looking for it. */
  has(order: OrderName, filters: readonly ProductFilter[]): boolean {
    return filters.length === 0 || this.#kept.has(keyOf(order, filters));
  }

  async get(
    orderName: OrderName,
    filters: readonly ProductFilter[],
    candidates: Candidates | undefined,
  ): Promise<BaseSelection> {
    const order = await this.#base.orders.get(orderName);
    if (filters.length === 0) return whole(order, this.#base.products.size);
    const key = keyOf(orderName, filters);
    const known = this.#kept.get(key);
    const selection = known ?? placed(await this.#choose(order, filters, candidates), order);
    this.#kept.delete(key);
    this.#kept.set(key, selection);
    if (known === undefined) this.#bytes += bytesOf(key, selection);
    this.#forget(key);
    return selection;
  }

  /** The fewest products that one of the filters finds; `undefined` when all have to be tested. */
  async candidates(filters: readonly ProductFilter[]): Promise<Candidates | undefined> {
    let fewest: Candidates | undefined;
    for (const filter of filters) {
      const ids = await filter.untouched?.();
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

  #tester(filters: readonly ProductFilter[]): (id: number) => boolean {
    const { products } = this.#base;
    const product = new UntouchedProduct((field, id) => products.value(field, id));
    return (id) => {
      product.id = id;
      return filters.every((filter) => filter.matches(product));
    };
  }

  async #choose(order: BaseOrder, filters: readonly ProductFilter[], candidates: Candidates | undefined) {
    const { size } = this.#base.products;
    if (candidates === undefined) {
      const matches = this.#tester(filters);
      return placesThat(size, (place) => matches(order.at(place)));
    }
    const ids = await this.tested(candidates);
    if (ids.length * oneIn < size) return Int32Array.from(ids, (id) => order.placeOf(id)).sort();
    const isChosen = new Uint8Array(size);
    await eachInSlices(ids.length, (index) => {
      isChosen[order.placeOf(ids[index] as number)] = 1;
    });
    return placesThat(size, (place) => isChosen[place] === 1);
  }

  #forget(newest: string): void {
    for (const [key, selection] of this.#kept) {
      if (this.#bytes <= maxBytes || key === newest) return;
      this.#kept.delete(key);
      this.#bytes -= bytesOf(key, selection);
    }
  }
}
