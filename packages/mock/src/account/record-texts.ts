import { recordWriter } from '../wire/record-writer.ts';
import { joinedTables, type TableLookup, withJoinedFields, withoutBlocks } from './joined-fields.ts';
import type { Row, Table } from './table.ts';

/** JSON texts by record ID, the oldest dropped when they grow too large. */
export class TextCache {
  readonly #texts = new Map<number, string>();
  readonly #maxBytes: number;
  #bytes = 0;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  get(id: number): string | undefined {
    return this.#texts.get(id);
  }

  set(id: number, text: string): void {
    this.#texts.set(id, text);
    this.#bytes += text.length;
    for (const [oldest, dropped] of this.#texts) {
      if (this.#bytes <= this.#maxBytes) break;
      this.#texts.delete(oldest);
      this.#bytes -= dropped.length;
    }
  }

  clear(): void {
    this.#texts.clear();
    this.#bytes = 0;
  }
}

/**
 * The printed records of one table of one account, without the blocks that a request may ask for. Texts of untouched
 * records are shared by all accounts whose joined tables are untouched, too.
 */
export class RecordTexts {
  readonly #table: Table;
  readonly #lookup: TableLookup;
  readonly #shared: TextCache;
  /** Untouched records that show something of a touched table. */
  readonly #rejoined: TextCache;
  /** Touched records: a row never changes, it is replaced. */
  #ofRows = new WeakMap<Row, string>();
  readonly #joined: readonly string[];
  /** The state of the joined tables in which the texts of this account were printed. */
  #joinedVersions = '';

  constructor(options: { table: Table; lookup: TableLookup; shared: TextCache; maxBytes: number }) {
    this.#table = options.table;
    this.#lookup = options.lookup;
    this.#shared = options.shared;
    this.#rejoined = new TextCache(options.maxBytes);
    this.#joined = joinedTables(options.table);
  }

  /** A record with its joined fields, in documented types. */
  record(id: number): Row | undefined {
    const row = this.#table.get(id);
    return row === undefined ? undefined : this.#join(row);
  }

  /** The JSON texts of records that exist, in the order of `ids`. */
  texts(ids: Iterable<number>): string[] {
    const versions = this.#joined.map((name) => this.#lookup(name).version);
    this.#dropStale(versions.join());
    const base = versions.every((version) => version === 0) ? this.#shared : this.#rejoined;
    const texts: string[] = [];
    for (const id of ids) texts.push(this.#touchedText(id) ?? this.#baseText(id, base));
    return texts;
  }

  #touchedText(id: number): string | undefined {
    const row = this.#table.changes.get(id);
    if (row === undefined) return undefined;
    const known = this.#ofRows.get(row);
    if (known !== undefined) return known;
    const text = this.#print(row);
    this.#ofRows.set(row, text);
    return text;
  }

  #baseText(id: number, cache: TextCache): string {
    const known = cache.get(id);
    if (known !== undefined) return known;
    const text = this.#print(this.#table.base.row(id));
    cache.set(id, text);
    return text;
  }

  #dropStale(versions: string): void {
    if (versions === this.#joinedVersions) return;
    this.#joinedVersions = versions;
    this.#ofRows = new WeakMap();
    this.#rejoined.clear();
  }

  #join(row: Row): Row {
    return withJoinedFields(row, this.#table, this.#lookup);
  }

  #print(row: Row): string {
    const record = withoutBlocks(this.#join(row), this.#table.definition.name);
    const text = recordWriter(this.#table.definition.record)(record);
    // Built piece by piece, the text is a tree of pieces until it is copied; a page would flatten it at every answer.
    return Buffer.from(text, 'latin1').toString('latin1');
  }
}
