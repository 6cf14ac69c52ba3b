import { type RecordWriter, writerWithout } from '../wire/record-writer.ts';
import type { TableLookup } from './behaviour.ts';
import { joinedFields, joinedTables } from './joins.ts';
import { Reads } from './reads.ts';
import type { KeptRecord, RecordCache, RecordCacheBudget } from './record-cache.ts';
import type { Row } from './row.ts';
import type { Table } from './table.ts';

interface RecordVariantOptions {
  readonly table: Table;
  readonly lookup: TableLookup;
  /** Records of the base, which are those of all accounts that have not changed what they show. */
  readonly shared: RecordCache;
  readonly budget: RecordCacheBudget;
  /** Of the fields that only come on demand, those that it has. */
  readonly shown: readonly string[];
}

/** The records of one table of one account as JSON, with the same fields. */
export class RecordVariant {
  readonly #options: RecordVariantOptions;
  /** Changed records, and those of the base that show something of a changed table. */
  #own: RecordCache | undefined;
  readonly #joined: readonly string[];
  readonly #write: RecordWriter;
  /** The state of the joined tables; where records do not know what they have read of these, all are of that state. */
  #versions = '';

  constructor(options: RecordVariantOptions) {
    const { table, shown } = options;
    const { fieldsOnDemand = [], showsMany } = table.behaviour;
    this.#options = options;
    this.#joined = joinedTables(table);
    this.#write = writerWithout(
      table.definition.record,
      fieldsOnDemand.filter((field) => !shown.includes(field)),
    );
    table.onWrite((id) => this.#own?.delete(id));
    this.#encodeOne = showsMany === true ? this.#knownByReads : this.#knownByVersions;
  }

  /** Encodes records in an order; of those that the account had changed, `changed` holds the changes. */
  encode(ids: Iterable<number>, changed: readonly (Row | undefined)[] | undefined): Buffer[] {
    const { lookup } = this.#options;
    const versions = this.#joined.map((name) => lookup(name).version);
    this.#versions = this.#versionsNow(versions.join());
    const isAsBase = versions.every((version) => version === 0);
    const encoded: Buffer[] = [];
    for (const id of ids) encoded.push(this.#encodeOf(id, changed?.[encoded.length], isAsBase));
    return encoded;
  }

  readonly #encodeOne: (id: number, row: () => Row, ofShared: 'shared' | 'own' | 'checked') => Buffer;

  #versionsNow(versions: string): string {
    if (versions === this.#versions) return this.#versions;
    if (this.#options.table.behaviour.showsMany !== true) this.#own = undefined;
    return versions;
  }

  /** Since it was asked for, the account may have changed it: then it is not kept. */
  #encodeOf(id: number, change: Row | undefined, isAsBase: boolean): Buffer {
    const { table } = this.#options;
    const isBase = change === undefined;
    const row = () => (isBase ? table.base.row(id) : table.rowOf(id, change));
    const isNow = isBase ? !table.changes.has(id) : table.changes.get(id) === change;
    if (isNow || (isBase && isAsBase))
      return this.#encodeOne(id, row, isBase ? (isAsBase ? 'shared' : 'checked') : 'own');
    return this.#json(row(), this.#options.lookup);
  }

  #knownByVersions(id: number, row: () => Row, origin: 'shared' | 'own' | 'checked'): Buffer {
    const cache = origin === 'shared' ? this.#options.shared : this.#ownCache();
    const known = cache.get(id);
    if (known !== undefined) return known.json;
    const json = this.#json(row(), this.#options.lookup);
    cache.set(id, { json });
    return json;
  }

  #knownByReads(id: number, row: () => Row, origin: 'shared' | 'own' | 'checked'): Buffer {
    const { shared } = this.#options;
    const known = origin === 'shared' ? shared.get(id) : this.#stillTrue(this.#own?.get(id));
    if (known !== undefined) return known.json;
    const ofBase = origin === 'checked' ? this.#stillTrue(shared.get(id)) : undefined;
    const kept = ofBase ?? this.#encoded(row());
    const cache = origin === 'shared' ? shared : this.#ownCache();
    cache.set(id, { ...kept, versions: this.#versions });
    return kept.json;
  }

  /** The record if all that it was made of is the same: looked at once in each state of the tables. */
  #stillTrue(kept: KeptRecord | undefined): KeptRecord | undefined {
    if (kept === undefined || kept.versions === this.#versions) return kept;
    if (kept.reads?.isSameIn(this.#options.lookup) !== true) return undefined;
    kept.versions = this.#versions;
    return kept;
  }

  #encoded(row: Row): KeptRecord {
    const reads = new Reads();
    return { json: this.#json(row, reads.noting(this.#options.lookup)), reads };
  }

  #json(row: Row, lookup: TableLookup): Buffer {
    return Buffer.from(this.#write(row, joinedFields(row, this.#options.table, lookup)), 'latin1');
  }

  /** Made when it is needed: thousands of accounts only read. */
  #ownCache(): RecordCache {
    this.#own ??= this.#options.budget.cache();
    return this.#own;
  }
}
