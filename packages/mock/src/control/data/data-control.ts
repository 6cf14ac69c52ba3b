import { type Context, Hono } from 'hono';
import * as z from 'zod';

import type { Account } from '../../account/account.ts';
import { demoUser } from '../../account/user.ts';
import { RecordReader } from '../../own-data/record-reader.ts';
import type { Row } from '../../store/row.ts';
import type { Table } from '../../store/table.ts';
import { recordWriter } from '../../wire/record-writer.ts';
import type { AccountAccess } from '../account-access.ts';
import { unknownName } from '../check-body.ts';
import { ControlError } from '../control-error.ts';
import { jsonBody } from '../json-body.ts';
import { queryNumber } from '../query-number.ts';

/** The records of one table, changed as another user of the account would change them. */
export interface DataControl {
  /** All records, in documented types. */
  list(): Row[];
  get(id: number): Row;
  /** Adds a record and answers its ID. */
  insert(values: Row): number;
  /** Changes only the fields that are named. */
  update(id: number, values: Row): Row;
  remove(id: number): void;
}

/** Reads values by the record's definition, in any spelling that Erply is known to send. */
export function decodeValues(table: Table, values: Row): Row {
  if (typeof values !== 'object' || values === null || Array.isArray(values))
    throw new ControlError(400, `${table.definition.name} needs an object of fields`);
  const read = new RecordReader(table).read(values);
  if ('fields' in read) return read.fields;
  throw new ControlError(400, read.problem);
}

function checkTable(account: Account, tableName: string): void {
  if (typeof tableName !== 'string')
    throw new ControlError(400, "a table needs its name, as data('products')");
  if (account.hasTable(tableName)) return;
  const names = [...account.tableNames, 'customerDataLog', 'stockMovements', 'users'];
  throw new ControlError(404, unknownName('no table', tableName, names));
}

export function checkExists(table: Table, id: number): void {
  if (!table.has(id)) throw new ControlError(404, `${table.definition.name} has no record ${id}`);
}

/** The largest ID that can be given. */
const maxID = 1_000_000_000;

export function checkNewID(table: Table, id: unknown): void {
  const { key } = table.definition;
  if (id === undefined) return;
  if (!Number.isInteger(id) || Number(id) < 1 || Number(id) > maxID)
    throw new ControlError(400, `${key} needs a whole number from 1 to ${maxID}`);
  const holder = table.has(Number(id)) ? table : table.holderOf(Number(id));
  if (holder !== undefined)
    throw new ControlError(409, `${holder.definition.name} has a record ${id} already`);
}

export function dataControl(access: AccountAccess, tableName: string): DataControl {
  checkTable(access.toRead(), tableName);
  const { key, record } = access.toRead().table(tableName).definition;
  const shown = (account: Account, id: number): Row => {
    const full = account.records(tableName).record(id) ?? {};
    // Encoded and read again, so that unset fields are there as a client would see them.
    return z.decode(record(), JSON.parse(recordWriter(record)(full)));
  };
  const existing = (account: Account, id: number): Table => {
    const table = account.table(tableName);
    checkExists(table, id);
    return table;
  };
  return {
    list() {
      const account = access.toRead();
      return Array.from(account.table(tableName).ids(), (id) => shown(account, id));
    },
    get(id) {
      const account = access.toRead();
      existing(account, id);
      return shown(account, id);
    },
    insert(values) {
      const table = access.toRead().table(tableName);
      const decoded = decodeValues(table, values);
      checkNewID(table, decoded[key]);
      return access.toAdd().insert(tableName, decoded, demoUser);
    },
    update(id, values) {
      const decoded = decodeValues(existing(access.toRead(), id), values);
      if (decoded[key] !== undefined && decoded[key] !== id)
        throw new ControlError(400, `${key} cannot change`);
      const account = access.toAdd();
      account.update(tableName, { id, fields: decoded, user: demoUser });
      return shown(account, id);
    },
    remove(id) {
      existing(access.toRead(), id);
      access.toAdd().remove(tableName, id, demoUser);
    },
  };
}

const recordIDOf = (c: Context) => queryNumber('the record ID', c.req.param('id')) ?? 0;

/** The routes of all tables, `users` included. */
export function dataRoutes(accountOf: (c: Context) => { data(table: string): DataControl }): Hono {
  const tableOf = (c: Context) => accountOf(c).data(c.req.param('table') ?? '');
  return new Hono()
    .get('/:table', (c) => c.json(tableOf(c).list()))
    .post('/:table', async (c) => c.json({ id: tableOf(c).insert(await jsonBody<Row>(c, true)) }, 201))
    .get('/:table/:id', (c) => c.json(tableOf(c).get(recordIDOf(c))))
    .put('/:table/:id', async (c) => c.json(tableOf(c).update(recordIDOf(c), await jsonBody<Row>(c))))
    .delete('/:table/:id', (c) => {
      tableOf(c).remove(recordIDOf(c));
      return c.body(null, 204);
    });
}
