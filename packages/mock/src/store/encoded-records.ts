import type { TableDefinition } from '@erply-kit/schemas';

import type { Encodable } from '../wire/ascii.ts';
import { type RecordWriter, writerWithout } from '../wire/record-writer.ts';
import type { TableLookup } from './behaviour.ts';
import { joinedFields, joinedTables, withJoinedFields } from './joins.ts';
import type { RecordCache, RecordCacheBudget } from './record-cache.ts';
import type { Row } from './row.ts';
import type { Table } from './table.ts';

/** A row with the names that it has in a language. */
export type Localize = (row: Row, language: string, definition: TableDefinition) => Row;

interface EncodedRecordsOptions {
  readonly table: Table;
  readonly lookup: TableLookup;
  readonly localize: Localize;
  /** Records of the base, which are those of all accounts whose joined tables nobody has changed. */
  readonly shared: RecordCache;
  readonly budget: RecordCacheBudget;
}

/**
 * The records of one table of one account as JSON, without the blocks that a request may ask for. Those of the base are
 * shared by all accounts that have not changed the joined tables either.
 */
export class EncodedRecords {
  readonly #table: Table;
  readonly #lookup: TableLookup;
  readonly #localize: Localize;
  readonly #shared: RecordCache;
  /** Changed records, and those of the base that show something of a changed table. */
  #own: RecordCache | undefined;
  readonly #budget: RecordCacheBudget;
  readonly #joined: readonly string[];
  readonly #write: RecordWriter;
  /** The state of the joined tables in which the records of this account were encoded. */
  #joinedVersions = '';

  constructor({ table, lookup, localize, shared, budget }: EncodedRecordsOptions) {
    this.#table = table;
    this.#lookup = lookup;
    this.#localize = localize;
    this.#shared = shared;
    this.#budget = budget;
    table.onWrite((id) => this.#own?.delete(id));
    this.#joined = joinedTables(table);
    this.#write = writerWithout(table.definition.record, table.behaviour.fieldsOnDemand ?? []);
  }

  /** A record with its joined fields, in documented types; with the names of a language where one is given. */
  record(id: number, language?: string): Row | undefined {
    const lookup = language === undefined ? this.#lookup : this.#lookupIn(language);
    const row = lookup(this.#table.definition.name).get(id);
    return row === undefined ? undefined : withJoinedFields(row, this.#table, lookup);
  }

  /** The JSON of records that exist, in the order of `ids`, made when it is wanted: as they are now, for all that. */
  encodable(ids: ArrayLike<number> & Iterable<number>): Encodable {
    const { changes } = this.#table;
    // A change is replaced by the next one, so it is enough to hold on to it.
    const changed = changes.size === 0 ? undefined : Array.from(ids, (id) => changes.get(id));
    return {
      length: ids.length,
      encode: (from, to) => this.#encode(Array.prototype.slice.call(ids, from, to), changed?.slice(from, to)),
    };
  }

  #encode(ids: Iterable<number>, changed: readonly (Row | undefined)[] | undefined): Buffer[] {
    const versions = this.#joined.map((name) => this.#lookup(name).version);
    this.#dropStale(versions.join());
    const ofBase = versions.every((version) => version === 0) ? this.#shared : this.#ownCache();
    const encoded: Buffer[] = [];
    for (const id of ids) {
      const change = changed?.[encoded.length];
      encoded.push(change === undefined ? this.#unchanged(id, ofBase) : this.#changed(id, change));
    }
    return encoded;
  }

  /** A record as the base has it: since it was asked for, the account may have changed it, and keeps what it is now. */
  #unchanged(id: number, cache: RecordCache): Buffer {
    const { base, changes } = this.#table;
    if (cache !== this.#shared && changes.has(id)) return this.#encodeRow(base.row(id));
    return cache.get(id) ?? this.#keep(cache, id, base.row(id));
  }

  /** A record as it was when the change was held on to: since then there may have been another one. */
  #changed(id: number, change: Row): Buffer {
    if (this.#table.changes.get(id) !== change) return this.#encodeRow(this.#table.rowOf(id, change));
    const own = this.#ownCache();
    return own.get(id) ?? this.#keep(own, id, this.#table.rowOf(id, change));
  }

  /** Made when it is needed: thousands of accounts only read. */
  #ownCache(): RecordCache {
    this.#own ??= this.#budget.cache();
    return this.#own;
  }

  #keep(cache: RecordCache, id: number, row: Row): Buffer {
    const encoded = this.#encodeRow(row);
    cache.set(id, encoded);
    return encoded;
  }

  #dropStale(versions: string): void {
    if (versions === this.#joinedVersions) return;
    this.#joinedVersions = versions;
    this.#own = undefined;
  }

  #encodeRow(row: Row): Buffer {
    const joined = joinedFields(row, this.#table, this.#lookup);
    return Buffer.from(this.#write(row, joined), 'latin1');
  }

  /** Tables whose rows have the names of a language. */
  #lookupIn(language: string): TableLookup {
    return (name) => {
      const table = this.#lookup(name);
      return {
        definition: table.definition,
        behaviour: table.behaviour,
        version: table.version,
        find: (field, value) => table.find(field, value),
        get: (id) => {
          const row = table.get(id);
          return row === undefined ? undefined : this.#localize(row, language, table.definition);
        },
      };
    };
  }
}
