import type { Base } from '../store/base.ts';
import { type ArithmeticOrder, BaseOrders } from './base-orders.ts';
import { BaseSearch } from './base-search.ts';
import { type BaseSelection, BaseSelections } from './base-selections.ts';
import { BaseTexts } from './base-texts.ts';
import type { Selection } from './selection.ts';
import { SelectionCache } from './selection-cache.ts';

/** What the remembered choices among rows of all bases may take. */
const maxBaseBytes = 48 * 1024 * 1024;

/** What the remembered choices of all accounts may take. */
const maxOwnBytes = 16 * 1024 * 1024;

/** What was chosen, of all tables and all accounts of a server. */
export class SelectionCaches {
  readonly base = new SelectionCache<BaseSelection>(maxBaseBytes);
  readonly own = new SelectionCache<Selection>(maxOwnBytes);
}

/** Makes something once, at its first use. */
function once<TKey, TValue>(make: (key: TKey) => Promise<TValue>): (key: TKey) => Promise<TValue> {
  const made = new Map<TKey, Promise<TValue>>();
  return (key) => {
    const value = made.get(key) ?? make(key);
    made.set(key, value);
    return value;
  };
}

interface BaseFinderOptions {
  readonly caches: SelectionCaches;
  readonly arithmeticOrder: ArithmeticOrder;
}

/** What all accounts share of finding rows of one table: orders, indexes and choices among those of the base. */
export class BaseFinder {
  readonly base: Base;
  readonly orders: BaseOrders;
  readonly selections: BaseSelections;
  /** The choices of accounts. */
  readonly own: SelectionCache<Selection>;
  /** Rows by a text. */
  readonly texts: (field: string) => Promise<BaseTexts>;
  readonly #searches: (fields: string) => Promise<BaseSearch>;

  constructor(base: Base, { caches, arithmeticOrder }: BaseFinderOptions) {
    this.base = base;
    this.orders = new BaseOrders(base, arithmeticOrder);
    this.selections = new BaseSelections(base, this.orders, caches.base);
    this.own = caches.own;
    this.texts = once((field: string) => BaseTexts.build(base, field));
    this.#searches = once((fields: string) => BaseSearch.build(base, fields.split(',')));
  }

  /** IDs of the rows whose text is equal to a text. */
  async equal(field: string, text: string): Promise<readonly number[]> {
    return this.base.computed(field, text) ?? (await this.texts(field)).equal(text);
  }

  /** Rows by what stands in any of the fields. */
  search(fields: readonly string[]): Promise<BaseSearch> {
    return this.#searches(fields.join());
  }
}
