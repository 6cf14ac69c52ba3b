import { inLanguage, ownNameField } from '../account/languages.ts';
import type { Printable } from '../wire/ascii.ts';
import { type RecordWriter, writerWithout } from '../wire/record-writer.ts';
import { fieldsOnDemand, joinedFields, joinedTables, type TableLookup, withJoinedFields } from './joins.ts';
import type { PrintBudget, PrintCache } from './record-cache.ts';
import type { Row, Table } from './table.ts';

/** Tables whose rows have the names of a language. */
const lookupIn =
  (lookup: TableLookup, language: string): TableLookup =>
  (name) => {
    const table = lookup(name);
    return {
      definition: table.definition,
      version: table.version,
      find: (field, value) => table.find(field, value),
      get(id) {
        const row = table.get(id);
        return row === undefined ? undefined : inLanguage(row, language, ownNameField(table.definition));
      },
    };
  };

/**
 * The printed records of one table of one account, without the blocks that a request may ask for. Prints of untouched
 * records are shared by all accounts whose joined tables are untouched, too.
 */
export class RecordPrints {
  readonly #table: Table;
  readonly #lookup: TableLookup;
  readonly #shared: PrintCache;
  /** Touched records, and untouched ones that show something of a touched table. */
  #own: PrintCache | undefined;
  readonly #budget: PrintBudget;
  readonly #joined: readonly string[];
  readonly #write: RecordWriter;
  /** The state of the joined tables in which the records of this account were printed. */
  #joinedVersions = '';

  constructor(options: { table: Table; lookup: TableLookup; shared: PrintCache; budget: PrintBudget }) {
    this.#table = options.table;
    this.#lookup = options.lookup;
    this.#shared = options.shared;
    this.#budget = options.budget;
    options.table.onWrite((id) => this.#own?.delete(id));
    this.#joined = joinedTables(options.table);
    const { name, record } = options.table.definition;
    this.#write = writerWithout(record, fieldsOnDemand(name));
  }

  /** A record with its joined fields, in documented types; with the names of a language where one is given. */
  record(id: number, language?: string): Row | undefined {
    const lookup = language === undefined ? this.#lookup : lookupIn(this.#lookup, language);
    const row = lookup(this.#table.definition.name).get(id);
    return row === undefined ? undefined : withJoinedFields(row, this.#table, lookup);
  }

  /** The JSON of records that exist, in the order of `ids`, printed when it is wanted: as they are now, for all that. */
  printable(ids: ArrayLike<number> & Iterable<number>): Printable {
    const { changes } = this.#table;
    // A change is replaced by the next one, so it is enough to hold on to it.
    const touched = changes.size === 0 ? undefined : Array.from(ids, (id) => changes.get(id));
    return {
      length: ids.length,
      print: (from, to) => this.#print(Array.prototype.slice.call(ids, from, to), touched?.slice(from, to)),
    };
  }

  #print(ids: Iterable<number>, touched: readonly (Row | undefined)[] | undefined): Buffer[] {
    const versions = this.#joined.map((name) => this.#lookup(name).version);
    this.#dropStale(versions.join());
    const base = versions.every((version) => version === 0) ? this.#shared : this.#ownCache();
    const printed: Buffer[] = [];
    for (const id of ids) {
      const change = touched?.[printed.length];
      printed.push(
        change === undefined
          ? (base.get(id) ?? this.#keep(base, id, this.#table.base.row(id)))
          : this.#touched(id, change),
      );
    }
    return printed;
  }

  /** A record as it was when the change was held on to: since then there may have been another one. */
  #touched(id: number, change: Row): Buffer {
    if (this.#table.changes.get(id) !== change) return this.#printRow(this.#table.rowOf(id, change));
    const own = this.#ownCache();
    return own.get(id) ?? this.#keep(own, id, this.#table.rowOf(id, change));
  }

  /** Made when it is needed: thousands of accounts only read. */
  #ownCache(): PrintCache {
    this.#own ??= this.#budget.cache();
    return this.#own;
  }

  #keep(cache: PrintCache, id: number, row: Row): Buffer {
    const printed = this.#printRow(row);
    cache.set(id, printed);
    return printed;
  }

  #dropStale(versions: string): void {
    if (versions === this.#joinedVersions) return;
    this.#joinedVersions = versions;
    this.#own = undefined;
  }

  #printRow(row: Row): Buffer {
    const joined = joinedFields(row, this.#table, this.#lookup);
    return Buffer.from(this.#write(row, joined), 'latin1');
  }
}
