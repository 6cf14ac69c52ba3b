import type { BaseProducts } from '@erply-kit/fixtures';

import { BaseIndex } from './base-index.ts';
import { BaseOrders } from './base-order.ts';
import { BaseSearch } from './base-search.ts';
import { BaseSelections } from './base-selections.ts';
import { BaseTexts } from './base-texts.ts';
import { KeptSelections } from './kept-selections.ts';

/** Makes something once, at its first use. */
function once<TKey, TValue>(make: (key: TKey) => Promise<TValue>): (key: TKey) => Promise<TValue> {
  const made = new Map<TKey, Promise<TValue>>();
  return (key) => {
    const value = made.get(key) ?? make(key);
    made.set(key, value);
    return value;
  };
}

/** What all accounts share of finding products: orders, indexes and choices among those that nobody has touched. */
export class ProductBase {
  readonly products: BaseProducts;
  readonly orders: BaseOrders;
  readonly selections: BaseSelections;
  /** Products by a field that holds an ID. */
  readonly index: (field: string) => Promise<BaseIndex>;
  /** Products by a text. */
  readonly texts: (field: string) => Promise<BaseTexts>;
  /** The choices of accounts, by the version of their products. */
  readonly keptSelections = new KeptSelections();
  readonly #searches: (fields: string) => Promise<BaseSearch>;
  #versions = 0;

  constructor(products: BaseProducts) {
    this.products = products;
    this.orders = new BaseOrders(products);
    this.selections = new BaseSelections(this);
    this.index = once((field: string) => BaseIndex.build(products, field));
    this.texts = once((field: string) => BaseTexts.build(products, field));
    this.#searches = once((fields: string) => BaseSearch.build(products, fields.split(',')));
  }

  /** A number that nobody has had: for the keys of filters that ask what only one account has. */
  nextVersion(): number {
    this.#versions += 1;
    return this.#versions;
  }

  /** Products by what stands in any of the fields. */
  search(fields: readonly string[]): Promise<BaseSearch> {
    return this.#searches(fields.join());
  }
}
