import type { Shop } from '@erply-kit/fixtures';
import type { RowOfTable, TableName } from '@erply-kit/schemas';

import { BaseFinder, type SelectionCaches } from '../query/base-finder.ts';
import type { Positions } from '../query/base-orders.ts';
import { Finder } from '../query/finder.ts';
import type { Order } from '../query/order.ts';
import type { BaseTables } from '../store/base-tables.ts';
import { EncodedRecords } from '../store/encoded-records.ts';
import type { RecordCacheBudget } from '../store/record-cache.ts';
import type { SavedTable, Table } from '../store/table.ts';
import { inLanguage, ownNameField } from './languages.ts';

/** What the tables of all accounts share. */
export interface SharedTables {
  readonly shop: Shop;
  readonly baseTables: BaseTables;
  /** By the names of their tables. */
  readonly behaviours: Readonly<Record<string, TableBehaviour>>;
  readonly selectionCaches: SelectionCaches;
  /** What all accounts share of finding rows, by table; each is made at its first use. */
  readonly baseFinders: Map<string, BaseFinder>;
  /** For encoded records that are those of one account only. */
  readonly ownCacheBudget: RecordCacheBudget;
}

export interface TableBehaviour {
  /** An order of the shop's own rows that needs no sorting; `undefined` for all others. */
  readonly arithmeticOrder?: (shop: Shop, order: Order) => Positions | undefined;
}

/** The tables of one account, each made at its first use, with what finds their rows and writes their records. */
export class AccountTables {
  readonly #shared: SharedTables;
  readonly #tables = new Map<string, Table>();
  readonly #records = new Map<string, EncodedRecords>();
  readonly #finders = new Map<string, Finder>();

  /** @param saved Changed tables by their names. */
  constructor(shared: SharedTables, saved: ReadonlyMap<string, SavedTable> = new Map()) {
    this.#shared = shared;
    for (const [name, table] of saved) this.table(name).load(table);
  }

  /** About what the changes of all of them take of the memory. */
  get bytes(): number {
    let bytes = 0;
    for (const table of this.#tables.values()) bytes += table.bytes;
    return bytes;
  }

  table<TName extends TableName>(name: TName): Table<RowOfTable<TName>>;
  table(name: string): Table;
  table(name: string): Table {
    let table = this.#tables.get(name);
    if (table === undefined) {
      table = this.#shared.baseTables.create(name);
      const { sharesIDsWith } = table.definition;
      if (sharesIDsWith !== undefined)
        table.shareIDsWith(() => sharesIDsWith.map((other) => this.table(other)));
      this.#tables.set(name, table);
    }
    return table;
  }

  /** Finds the rows of a table by filters and in orders. */
  finder(name: string): Finder {
    let finder = this.#finders.get(name);
    if (finder === undefined) {
      finder = new Finder(this.table(name), this.#baseFinder(name));
      this.#finders.set(name, finder);
    }
    return finder;
  }

  /** The records of a table as answers have them. */
  records(name: string): EncodedRecords {
    let records = this.#records.get(name);
    if (records === undefined) {
      records = new EncodedRecords({
        table: this.table(name),
        lookup: (other) => this.table(other),
        localize: (row, language, definition) => inLanguage(row, language, ownNameField(definition)),
        shared: (variant) => this.#shared.baseTables.sharedCache(name, variant),
        budget: this.#shared.ownCacheBudget,
      });
      this.#records.set(name, records);
    }
    return records;
  }

  /** Changed rows of the tables that are not as they were saved. */
  changedRowsSince(saved: ReadonlyMap<string, SavedTable> | undefined): number {
    let rows = 0;
    for (const [name, { changes }] of this.#tables)
      if (saved?.get(name)?.changes !== changes) rows += changes.size;
    return rows;
  }

  /** Those that were changed, by their names. */
  save(): ReadonlyMap<string, SavedTable> {
    const changed = [...this.#tables].filter(([, { version }]) => version > 0);
    return new Map(changed.map(([name, table]) => [name, table.save()]));
  }

  #baseFinder(name: string): BaseFinder {
    const { baseFinders, baseTables, behaviours, selectionCaches: caches, shop } = this.#shared;
    let finder = baseFinders.get(name);
    if (finder === undefined) {
      const arithmeticOrder = (order: Order) => behaviours[name]?.arithmeticOrder?.(shop, order);
      finder = new BaseFinder(baseTables.base(name), { caches, arithmeticOrder });
      baseFinders.set(name, finder);
    }
    return finder;
  }
}
