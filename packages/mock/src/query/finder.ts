import type { Table } from '../store/table.ts';
import type { ProductBase } from './base-finder.ts';
import type { BaseSelection, Candidates } from './base-selections.ts';
import { TouchedOrder } from './changed-order.ts';
import type { ProductFields, ProductFilter } from './filter.ts';
import { listedSelection, mergedSelection, type ProductSelection, reversed } from './selection.ts';
import { compareKeys, keyBy, type OrderName } from './sort-key.ts';

/** What products are wanted, and in which order. */
export interface ProductQuery {
  readonly filters: readonly ProductFilter[];
  readonly order: OrderName;
  readonly direction: 'asc' | 'desc';
}

/** The places in a choice of untouched products at which such a product stands. */
function placesOf(base: BaseSelection, isSuch: (id: number) => boolean): number[] {
  const places: number[] = [];
  for (let place = 0; place < base.size; place += 1) if (isSuch(base.at(place))) places.push(place);
  return places;
}

/** So few candidates are sorted by their keys: no order of all has to be made for them. */
const few = 2000;

/** Finds products of one account: what it has not touched by what all accounts share, the rest by its rows. */
export class ProductFinder {
  readonly #table: Table;
  readonly #base: ProductBase;
  #touched: Map<OrderName, Promise<TouchedOrder>> | undefined;

  constructor(table: Table, base: ProductBase) {
    this.#table = table;
    this.#base = base;
  }

  async find(query: ProductQuery): Promise<ProductSelection> {
    const { filters, order, direction } = query;
    const { keptSelections } = this.#base;
    const { version } = this.#table;
    const key = [version, order, ...filters.map((filter) => filter.key)].join('\n');
    const known = keptSelections.get(key);
    const selection = known ?? (await this.#select(query));
    if (known === undefined && version === this.#table.version) keptSelections.keep(key, selection);
    return direction === 'asc' ? selection : reversed(selection);
  }

  /** The fields of a product that exists; its row is not built. */
  fieldsOf(id: number): ProductFields {
    return { id, get: (field) => this.#table.value(field, id) };
  }

  /** Those of some products that pass the filters and exist. */
  among(ids: readonly number[], filters: readonly ProductFilter[]): number[] {
    return ids.filter((id) => this.#matches(filters, id));
  }

  #matches(filters: readonly ProductFilter[], id: number): boolean {
    if (!this.#table.has(id)) return false;
    const product = this.fieldsOf(id);
    return filters.every((filter) => filter.matches(product));
  }

  /** The touched products that can pass, by the first filter that has a short way to them. */
  #touchedCandidates(filters: readonly ProductFilter[]): Iterable<number> | undefined {
    for (const { touched } of filters) {
      const found = touched?.(this.#table);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  async #select(query: ProductQuery): Promise<ProductSelection> {
    const { selections } = this.#base;
    if (selections.has(query.order, query.filters)) return this.#many(query, undefined);
    const candidates = await selections.candidates(query.filters);
    if (candidates !== undefined && candidates.ids.length <= few) return this.#few(query, candidates);
    return this.#many(query, candidates);
  }

  /** What few candidates leave, sorted by their keys. */
  async #few({ filters, order }: ProductQuery, candidates: Candidates): Promise<ProductSelection> {
    const { orders, selections } = this.#base;
    const tested = await selections.tested(candidates);
    const { changes } = this.#table;
    const found = tested.filter((id) => !changes.has(id)).map((id) => ({ id, key: orders.keyOf(order, id) }));
    for (const id of this.#touchedCandidates(filters) ?? changes.keys()) {
      if (this.#matches(filters, id)) found.push({ id, key: keyBy(order, this.fieldsOf(id).get) });
    }
    return listedSelection(found.sort(compareKeys).map(({ id }) => id));
  }

  async #many({ filters, order }: ProductQuery, untouched: Candidates | undefined) {
    const base = await this.#base.selections.get(order, filters, untouched);
    if (this.#table.changes.size === 0) return mergedSelection({ base, holes: [], touched: [] });
    const { products, holes, of } = await (await this.#touchedIn(order)).now();
    if (filters.length === 0) return mergedSelection({ base, holes, touched: products });
    const candidates = this.#touchedCandidates(filters);
    const touched = (candidates === undefined ? products : of(candidates))
      .filter(({ id }) => this.#matches(filters, id))
      .map(({ id, before }) => ({ id, before: base.before(before) }));
    return mergedSelection({ base, holes: await this.#holesIn(base, order, holes), touched });
  }

  /** Places in a choice of untouched products of those that the account has replaced. */
  async #holesIn(base: BaseSelection, orderName: OrderName, holes: readonly number[]): Promise<number[]> {
    const order = await this.#base.orders.get(orderName);
    if (base.size < holes.length) return placesOf(base, (id) => this.#table.changes.has(id));
    return holes.flatMap((hole) => {
      const place = base.before(hole);
      return place < base.size && base.at(place) === order.at(hole) ? [place] : [];
    });
  }

  #touchedIn(order: OrderName): Promise<TouchedOrder> {
    this.#touched ??= new Map();
    const made =
      this.#touched.get(order) ??
      this.#base.orders.get(order).then((base) => new TouchedOrder(this.#table, order, base));
    this.#touched.set(order, made);
    return made;
  }
}
