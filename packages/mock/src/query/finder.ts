import { eachStep, type Steps, takeAtOnce, takeInSlices } from '../slices.ts';
import type { Table } from '../store/table.ts';
import type { BaseFinder } from './base-finder.ts';
import type { BaseOrder } from './base-orders.ts';
import type { BaseSelection, Candidates } from './base-selections.ts';
import { ChangedOrder, type ChangedRow } from './changed-order.ts';
import type { Fields, Filter, Span } from './filter.ts';
import { lowerBound } from './lower-bound.ts';
import { mergeSorted } from './merge-sorted.ts';
import { comparing, type Order } from './order.ts';
import { PassedRows } from './passed-rows.ts';
import { listedSelection, mergedSelection, reversed, type Selection } from './selection.ts';

/** What rows are wanted, and in which order. */
export interface Query {
  readonly filters: readonly Filter[];
  readonly order: Order;
  readonly direction: 'asc' | 'desc';
}

/** So few candidates are sorted by their keys: no order of all has to be made for them. */
const few = 2000;

/** How often a choice is made anew because somebody wrote meanwhile; then the last step is taken at once. */
const maxAttempts = 4;

/** A list of them, unless they are many: those are not all looked at. */
function listOfFew(ids: Iterable<number>): readonly number[] | undefined {
  const list: number[] = [];
  for (const id of ids) {
    if (list.length === few) return undefined;
    list.push(id);
  }
  return list;
}

/** What it finds depends on fields of each row alone: it has an index or an order of them. */
const isOfRow = ({ indexedField, span }: Filter) => indexedField !== undefined || span !== undefined;

/** What was looked up, in slices, before rows are chosen: what the base has does not change meanwhile. */
type Lookup =
  | { readonly ofBase: readonly number[] }
  | { readonly base: BaseSelection; readonly order: BaseOrder; readonly changed: ChangedOrder | undefined };

/** Finds rows of one table of one account: those of the base by what all accounts share, the changed ones by themselves. */
export class Finder {
  readonly #table: Table;
  readonly base: BaseFinder;
  #changed: Map<string, Promise<ChangedOrder>> | undefined;
  /** Orders in which spans of changed rows were looked for. */
  readonly #spanOrders = new Map<string, ChangedOrder>();
  readonly #passed: PassedRows;

  constructor(table: Table, base: BaseFinder) {
    this.#table = table;
    this.base = base;
    this.#passed = new PassedRows(table);
  }

  /** The rows that pass all filters. Long work is done in slices; the answer is of one moment. */
  async find(query: Query): Promise<Selection> {
    const selection = await this.#find(query);
    return query.direction === 'asc' ? selection : reversed(selection);
  }

  /** The fields of a row that exists; the row is not built. */
  fieldsOf(id: number): Fields {
    return { id, get: (field) => this.#table.value(field, id) };
  }

  /** Those of some rows that pass the filters and exist. */
  among(ids: readonly number[], filters: readonly Filter[]): number[] {
    return ids.filter((id) => this.#matches(filters, id));
  }

  async #find(query: Query): Promise<Selection> {
    const { own } = this.base;
    for (let attempt = 1; ; attempt += 1) {
      const { version } = this.#table;
      const key = this.#keyOf(query, version);
      const known = own.get(key);
      if (known !== undefined) return known;
      const lookup = await this.#lookUp(query);
      if (attempt === maxAttempts) return takeAtOnce(this.#choose(query, lookup));
      const selection = await takeInSlices(this.#choose(query, lookup));
      if (version !== this.#table.version) continue;
      own.keep(key, selection);
      return selection;
    }
  }

  #keyOf({ order, filters }: Query, version: number): string {
    const { name } = this.#table.definition;
    return [name, version, order.name, ...filters.map((filter) => filter.key)].join('\n');
  }

  #matches(filters: readonly Filter[], id: number): boolean {
    if (!this.#table.has(id)) return false;
    const row = this.fieldsOf(id);
    return filters.every((filter) => filter.matches(row));
  }

  async #lookUp({ filters, order }: Query): Promise<Lookup> {
    const { selections, orders } = this.base;
    for (const { indexedField } of filters)
      if (indexedField !== undefined) await this.#table.indexChanges(indexedField);
    await this.#indexSpans(filters);
    const isKnown = selections.has(order, filters);
    const candidates = isKnown ? undefined : await selections.candidates(filters);
    if (candidates !== undefined && this.#areFew(candidates, filters))
      return { ofBase: await selections.tested(candidates) };
    const base = await selections.get(order, filters, candidates);
    const changed = this.#table.changes.size === 0 ? undefined : await this.#changedIn(order);
    await changed?.catchUp();
    return { base, order: await orders.get(order), changed };
  }

  /** So few rows can match that sorting them beats making an order. */
  #areFew({ ids }: Candidates, filters: readonly Filter[]): boolean {
    if (ids.length > few) return false;
    return this.#table.changes.size <= few || this.#changedCandidates(filters) !== undefined;
  }

  /** The changed rows that can pass, by the first filter that has a short way to few of them. */
  #changedCandidates(filters: readonly Filter[]): readonly number[] | undefined {
    for (const { changedIDs, span } of filters) {
      const found = changedIDs?.(this.#table) ?? this.#changedWithin(span);
      if (found === undefined) continue;
      const ids = listOfFew(found);
      if (ids !== undefined) return ids;
    }
    return undefined;
  }

  /** Sorts what the account has changed, in slices, so that spans of it are found; few rows are all looked at. */
  async #indexSpans(filters: readonly Filter[]): Promise<void> {
    for (const { span } of filters) {
      if (span === undefined || this.#table.changes.size <= few) continue;
      const changed = await this.#changedIn(span.order);
      await changed.catchUp();
      this.#spanOrders.set(span.order.name, changed);
    }
  }

  /** The changed rows of a span, if so few stand in it. */
  #changedWithin(span: Span | undefined): readonly number[] | undefined {
    const order = span === undefined ? undefined : this.#spanOrders.get(span.order.name);
    if (span === undefined || order === undefined) return undefined;
    const { rows } = order.now();
    const compareKeys = comparing(span.order);
    const { from, to } = span;
    const keyAt = (index: number) => (rows[index] as ChangedRow).key;
    const first =
      from === undefined ? 0 : lowerBound(rows.length, (index) => compareKeys(keyAt(index), from) < 0);
    const end =
      to === undefined ? rows.length : lowerBound(rows.length, (index) => compareKeys(keyAt(index), to) <= 0);
    return end - first > few ? undefined : rows.slice(first, end).map(({ id }) => id);
  }

  #choose(query: Query, lookup: Lookup): Steps<Selection> {
    return 'ofBase' in lookup ? this.#chooseFew(query, lookup.ofBase) : this.#chooseMany(query, lookup);
  }

  /** Few candidates, sorted by their keys. */
  *#chooseFew({ filters, order }: Query, ofBase: readonly number[]): Steps<Selection> {
    const { changes } = this.#table;
    const found = ofBase
      .filter((id) => !changes.has(id))
      .map((id) => ({ id, key: this.base.orders.keyOf(order, id) }));
    for (const id of this.#changedCandidates(filters) ?? changes.keys()) {
      if (this.#matches(filters, id)) found.push({ id, key: order.keyOf(this.fieldsOf(id).get) });
    }
    const compareKeys = comparing(order);
    found.sort((left, right) => compareKeys(left.key, right.key) || left.id - right.id);
    yield;
    return listedSelection(found.map(({ id }) => id));
  }

  *#chooseMany(
    query: Query,
    { base, order, changed }: Exclude<Lookup, { ofBase: readonly number[] }>,
  ): Steps<Selection> {
    const now = changed?.now();
    if (changed === undefined || now === undefined)
      return mergedSelection({ base, replaced: [], changed: [], before: () => 0 });
    const { replaced } = now;
    if (query.filters.length === 0)
      return mergedSelection({
        base,
        replaced,
        changed: now.rows,
        before: (index) => now.rows[index]?.before ?? 0,
      });
    const rows = yield* this.#passing(query, changed);
    const before = (index: number) => base.before(rows[index]?.before ?? 0);
    const holes = yield* this.#replacedIn(base, order, replaced);
    return mergedSelection({ base, replaced: holes, changed: rows, before });
  }

  /** The changed rows that pass: where they are many, those of the same question before are still known. */
  *#passing({ filters, order }: Query, changed: ChangedOrder): Steps<readonly ChangedRow[]> {
    const candidates = this.#changedCandidates(filters);
    if (candidates !== undefined) return yield* this.#matching(filters, changed.of(candidates));
    const all = () => this.#matching(filters, changed.now().rows);
    if (!filters.every(isOfRow)) return yield* all();
    return yield* this.#passed.get({
      key: [order.name, ...filters.map((filter) => filter.key)].join('\n'),
      all,
      some: (ids) => this.#matching(filters, changed.of(ids)),
      merge: (kept, passing) => mergeSorted(kept, passing, changed.compare),
    });
  }

  *#matching(filters: readonly Filter[], rows: readonly ChangedRow[]): Steps<ChangedRow[]> {
    const found: ChangedRow[] = [];
    yield* eachStep(rows.length, (index) => {
      const row = rows[index] as ChangedRow;
      if (this.#matches(filters, row.id)) found.push(row);
    });
    return found;
  }

  /** Positions in a choice of rows of the base of those that the account has replaced. */
  *#replacedIn(base: BaseSelection, order: BaseOrder, replaced: readonly number[]): Steps<number[]> {
    const found: number[] = [];
    if (base.size < replaced.length) {
      const { changes } = this.#table;
      yield* eachStep(base.size, (position) => {
        if (changes.has(base.at(position))) found.push(position);
      });
      return found;
    }
    yield* eachStep(replaced.length, (index) => {
      const ofOrder = replaced[index] as number;
      const position = base.before(ofOrder);
      if (position < base.size && base.at(position) === order.at(ofOrder)) found.push(position);
    });
    return found;
  }

  #changedIn(order: Order): Promise<ChangedOrder> {
    this.#changed ??= new Map();
    const made =
      this.#changed.get(order.name) ??
      this.base.orders.get(order).then((base) => new ChangedOrder(this.#table, order, base));
    this.#changed.set(order.name, made);
    return made;
  }
}
