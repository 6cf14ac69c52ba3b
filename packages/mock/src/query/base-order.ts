import type { BaseProducts } from '@erply-kit/fixtures';

import { eachInSlices } from '../slices.ts';
import { comparingNumbers, comparingTexts } from './comparing-ids.ts';
import { isTextOrder, type OrderName, type SortKey, sortField, sortKey } from './sort-key.ts';
import { sortedIDs } from './sorted-ids.ts';

/** The untouched products in one of Erply's orders, ascending. */
export interface BaseOrder {
  /** The ID at a place, from 0. */
  at(place: number): number;
  placeOf(id: number): number;
  keyOf(id: number): SortKey;
}

/** Orders that are arithmetic in the ID: nothing has to be sorted for them. */
function computedOrder(products: BaseProducts, order: OrderName): BaseOrder | undefined {
  const keyOf = (id: number) => sortKey(order, products.value(sortField(order), id));
  // `added` rises with the ID.
  if (order === 'productID' || order === 'added')
    return { at: (place) => place + 1, placeOf: (id) => id - 1, keyOf };
  if (order !== 'changed') return undefined;
  const last = products.size - 1;
  return {
    at: (place) => products.idByChanged(last - place),
    placeOf: (id) => last - products.placeByChanged(id),
    keyOf,
  };
}

async function sortedOrder(products: BaseProducts, order: OrderName): Promise<BaseOrder> {
  const keyOf = (id: number) => sortKey(order, products.value(sortField(order), id));
  const compare = isTextOrder(order)
    ? await comparingTexts(products.size, (id) => String(keyOf(id)))
    : await comparingNumbers(products.size, (id) => Number(keyOf(id)));
  const ids = await sortedIDs(products.size, compare);
  const places = new Int32Array(products.size + 1);
  await eachInSlices(ids.length, (place) => {
    places[ids[place] as number] = place;
  });
  return { at: (place) => ids[place] as number, placeOf: (id) => places[id] as number, keyOf };
}

/** The orders of a shop's untouched products, each made at its first use: the keys of a million are kept no longer. */
export class BaseOrders {
  readonly #products: BaseProducts;
  readonly #orders = new Map<OrderName, Promise<BaseOrder>>();

  constructor(products: BaseProducts) {
    this.#products = products;
  }

  /** What a product is sorted by; no order has to be made for it. */
  keyOf(order: OrderName, id: number): SortKey {
    return sortKey(order, this.#products.value(sortField(order), id));
  }

  get(order: OrderName): Promise<BaseOrder> {
    let made = this.#orders.get(order);
    if (made === undefined) {
      const computed = computedOrder(this.#products, order);
      made = computed === undefined ? sortedOrder(this.#products, order) : Promise.resolve(computed);
      this.#orders.set(order, made);
    }
    return made;
  }
}
