import { eachInSlices } from '../slices.ts';
import type { BaseOrder } from './base-order.ts';
import type { ProductBase } from './product-base.ts';
import type { ProductFields, ProductFilter } from './product-filter.ts';
import { compareKeys, type OrderName } from './sort-key.ts';

/** Untouched products that some filters choose, in an order. */
export interface BaseSelection {
  readonly size: number;
  at(place: number): number;
  /** Chosen products before that place of the order of all. */
  before(orderPlace: number): number;
}

/** How much the remembered choices may take. */
const maxBytes = 48 * 1024 * 1024;

/** So few candidates are sorted by their keys: no order of all has to be made for them. */
const few = 2000;

const whole = (order: BaseOrder, size: number): BaseSelection => ({
  size,
  at: (place) => order.at(place),
  before: (orderPlace) => orderPlace,
});

function listed(ids: Int32Array, order: BaseOrder): BaseSelection {
  return {
    size: ids.length,
    at: (place) => ids[place] as number,
    before(orderPlace) {
      let low = 0;
      let high = ids.length;
      while (low < high) {
        const middle = (low + high) >>> 1;
        if (order.placeOf(ids[middle] as number) < orderPlace) low = middle + 1;
        else high = middle;
      }
      return low;
    },
  };
}

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

/** Choices among untouched products, which are the same for all accounts and for ever. */
export class BaseSelections {
  readonly #base: ProductBase;
  readonly #kept = new Map<string, BaseSelection>();
  #bytes = 0;

  constructor(base: ProductBase) {
    this.#base = base;
  }

  async get(orderName: OrderName, filters: readonly ProductFilter[]): Promise<BaseSelection> {
    const order = await this.#base.orders.get(orderName);
    if (filters.length === 0) return whole(order, this.#base.products.size);
    const key = [orderName, ...filters.map((filter) => filter.key)].join('\n');
    const known = this.#kept.get(key);
    const selection = known ?? listed(await this.#choose(order, filters), order);
    this.#kept.delete(key);
    this.#kept.set(key, selection);
    if (known === undefined) this.#bytes += selection.size * Int32Array.BYTES_PER_ELEMENT;
    this.#forget(key);
    return selection;
  }

  /** The few candidates that a filter leaves, tested; `undefined` when there may be many. */
  async few(filters: readonly ProductFilter[]): Promise<number[] | undefined> {
    const candidates = await this.#candidates(filters);
    if (candidates === undefined || candidates.length > few) return undefined;
    const product = this.#untouched();
    return candidates.filter((id) => {
      product.id = id;
      return filters.every((filter) => filter.matches(product));
    });
  }

  #untouched(): UntouchedProduct {
    const { products } = this.#base;
    return new UntouchedProduct((field, id) => products.value(field, id));
  }

  async #candidates(filters: readonly ProductFilter[]): Promise<readonly number[] | undefined> {
    let fewest: readonly number[] | undefined;
    for (const { candidates } of filters) {
      const found = await candidates?.();
      if (found !== undefined && found.length < (fewest?.length ?? Number.POSITIVE_INFINITY)) fewest = found;
    }
    return fewest;
  }

  async #choose(order: BaseOrder, filters: readonly ProductFilter[]): Promise<Int32Array> {
    const product = this.#untouched();
    const matches = (id: number) => {
      product.id = id;
      return filters.every((filter) => filter.matches(product));
    };
    const candidates = await this.#candidates(filters);
    const chosen: number[] = [];
    const look = (id: number) => {
      if (matches(id)) chosen.push(id);
    };
    if (candidates === undefined) {
      await eachInSlices(this.#base.products.size, (place) => look(order.at(place)));
      return Int32Array.from(chosen);
    }
    await eachInSlices(candidates.length, (index) => look(candidates[index] as number));
    const placed = chosen.map((id) => ({ id, key: order.placeOf(id) }));
    return Int32Array.from(placed.sort(compareKeys), ({ id }) => id);
  }

  #forget(newest: string): void {
    for (const [key, selection] of this.#kept) {
      if (this.#bytes <= maxBytes || key === newest) return;
      this.#kept.delete(key);
      this.#bytes -= selection.size * Int32Array.BYTES_PER_ELEMENT;
    }
  }
}
