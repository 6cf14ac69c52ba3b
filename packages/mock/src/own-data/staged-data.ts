import * as z from 'zod';

import { lazily } from '@erply-kit/schemas';

import type { Account } from '../account/account.ts';
import type { Row } from '../store/row.ts';
import { unknownName } from '../wire/unknown-name.ts';
import { DataFault } from './data-fault.ts';
import { NeededRecords, type Reference } from './needed-records.ts';
import type { SideTable } from './side-table.ts';
import { changeBytes, maxID, type StagedDeletion, StagedTable } from './staged-table.ts';

/** A record of a side table that has been read and not been written yet. */
export interface StagedSideRecord {
  readonly where: string;
  readonly side: SideTable;
  readonly fields: Row;
}

export interface StagedDataOptions {
  readonly sideTables: readonly SideTable[];
  /** What the data may take of the memory. */
  readonly maxBytes: number;
}

const isObject = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The keys of a line, one of two kinds. */
const recordKeys = ['table', 'record'] as const;
const deletionKeys = ['table', 'id', 'deleted', 'timestamp', 'userName', 'logged'] as const;

const deletionSchema = lazily(() => {
  const error = `a whole number from 1 to ${maxID}`;
  const id = z.int({ error }).min(1, { error }).max(maxID, { error });
  return z.strictObject({
    table: z.string(),
    id,
    deleted: z.literal(true, { error: 'true, or to be left out' }),
    timestamp: z.int({ error: 'Unix seconds' }).min(0, { error: 'Unix seconds' }).optional(),
    userName: z.string({ error: 'a text' }).optional(),
    logged: z.boolean({ error: 'true or false' }).optional(),
  });
});

/**
 * Data that has been read, checked as far as it can be without the account it is for, and not been written. Nothing of an
 * account changes by it.
 */
export class StagedData {
  readonly tables = new Map<string, StagedTable>();
  readonly sideRecords: StagedSideRecord[] = [];
  /** Of all tables, in their order. */
  readonly deletions: StagedDeletion[] = [];
  readonly needed = new NeededRecords();
  readonly #account: Account;
  readonly #options: StagedDataOptions;
  readonly #identities = new Map<string, string>();
  #bytes = 0;

  constructor(account: Account, options: StagedDataOptions) {
    this.#account = account;
    this.#options = options;
  }

  /**
   * Takes what one line says: `{"table":"products","record":{…}}` or `{"table":"products","id":5,"deleted":true}`.
   * `where` stands for its place in errors.
   * @throws DataFault
   */
  add(where: string, entry: unknown): void {
    if (!isObject(entry) || typeof entry.table !== 'string')
      throw new DataFault(`${where}: needs an object, as {"table":"products","record":{"productID":1}}`);
    const keys: readonly string[] = Object.hasOwn(entry, 'deleted') ? deletionKeys : recordKeys;
    const unknown = Object.keys(entry).find((key) => !keys.includes(key));
    if (unknown !== undefined)
      throw new DataFault(`${where}: ${unknownName('a line has no', unknown, keys)}`);
    if (keys === deletionKeys) this.addDeletion(where, entry);
    else this.addRecord(where, entry.table, entry.record);
  }

  addRecord(where: string, tableName: string, values: unknown): void {
    const side = this.#options.sideTables.find(({ name }) => name === tableName);
    if (side === undefined) this.#table(where, tableName);
    if (!isObject(values)) throw new DataFault(`${where}: ${tableName}: record needs an object`);
    if (side === undefined) this.#addRow(where, this.#table(where, tableName), values);
    else this.#addSideRecord(where, side, values);
  }

  addDeletion(where: string, entry: Row): void {
    const read = deletionSchema().safeParse(entry);
    if (!read.success) {
      const [issue] = read.error.issues;
      throw new DataFault(`${where}: ${issue?.path.join('.') || 'a deletion'} needs ${issue?.message}`);
    }
    const { table, id, timestamp, userName, logged: isLogged = true } = read.data;
    const deletion = { where, table, id, timestamp, userName, isLogged };
    // Of users that are gone only the log knows.
    if (table !== 'users' || timestamp === undefined) this.#table(where, table).addDeletion(deletion);
    this.deletions.push(deletion);
    this.#count(changeBytes);
  }

  #table(where: string, name: string): StagedTable {
    const known = this.tables.get(name);
    if (known !== undefined) return known;
    if (!this.#account.hasTable(name)) {
      const names = [...this.#account.tableNames, ...this.#options.sideTables.map((side) => side.name)];
      throw new DataFault(`${where}: ${unknownName('there is no table', name, names)}`);
    }
    const table = new StagedTable(this.#account.table(name));
    this.tables.set(name, table);
    return table;
  }

  #addRow(where: string, table: StagedTable, values: Row): void {
    const { id, fields, bytes } = table.add(where, values);
    if (id !== undefined) this.#checkShared(where, table, id);
    this.#count(bytes);
    for (const [field, others] of table.references)
      this.#need(others, fields[field], { where, table: table.name, field });
    const { rows } = fields;
    if (!Array.isArray(rows)) return;
    for (const row of rows as readonly Row[])
      this.#need(['products'], row.productID, { where, table: table.name, field: 'productID of a row' });
  }

  /** An ID that several tables share belongs to one record among them all. */
  #checkShared(where: string, { name, sharesIDsWith }: StagedTable, id: number): void {
    for (const other of sharesIDsWith) {
      const holder = this.tables.get(other)?.byID.get(id);
      if (holder === undefined) continue;
      const said = `record ${id} is one of ${other} in ${holder.where}, who share their IDs with ${name}`;
      throw new DataFault(`${where}: ${name}: ${said}`);
    }
  }

  #addSideRecord(where: string, side: SideTable, values: Row): void {
    const read = side.read(values);
    if ('problem' in read) throw new DataFault(`${where}: ${read.problem}`);
    const { fields } = read;
    const identity = side.identity(fields);
    if (identity !== undefined) {
      const key = `${side.name} ${identity}`;
      const other = this.#identities.get(key);
      if (other !== undefined)
        throw new DataFault(`${where}: ${side.name}: ${identity} is there twice, the first time in ${other}`);
      this.#identities.set(key, where);
    }
    for (const [field, table, id] of side.references(fields))
      this.#need([table], id, { where, table: side.name, field });
    this.sideRecords.push({ where, side, fields });
    this.#count(side.bytes);
  }

  /** 0 stands for no record. */
  #need(tables: readonly string[], id: unknown, reference: Reference): void {
    if (typeof id === 'number' && id !== 0) this.needed.need(tables, id, reference);
  }

  #count(bytes: number): void {
    this.#bytes += bytes;
    if (this.#bytes <= this.#options.maxBytes) return;
    throw new DataFault(
      'the data takes more memory than accounts may hold: forget some of them, or allow more by maxAccountMegabytes',
      507,
    );
  }
}
