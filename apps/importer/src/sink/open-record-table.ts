import { type RawBuilder, sql } from 'kysely';

import { type Batch, type Entry, MappingError } from '@erply-kit/sync';

import { firstRow, idsOf, type SqlSession, type Upsert } from '../database/sql-database.ts';
import { typesOf } from '../tables/columns.ts';
import type { RowMaker } from '../tables/limit-rows.ts';
import type { RecordTable } from '../tables/record-table.ts';
import { differingFields, fieldsOf } from './differing-fields.ts';
import type { LaneTable, SqlRow } from './lane-table.ts';
import { openRowsTable } from './open-rows-table.ts';
import { listRecordKeys, readRecordRows } from './read-record-rows.ts';
import { removeRecords } from './remove-records.ts';

const key = ['client_code', 'id'];

/** The rows of one account in a table of records. */
export function openRecordTable(clientCode: string, definition: RecordTable & RowMaker): LaneTable {
  const { name } = definition;
  const inner = definition.rows && openRowsTable(clientCode, name, definition.rows);
  const columns: Upsert['columns'] = {
    ...{ client_code: 'text', id: 'integer', generation: 'integer' },
    ...typesOf(definition.columns),
    record: 'json',
  };
  const where = (session: SqlSession, ids: readonly number[], isSo = sql`true`) =>
    sql`where client_code = ${clientCode} and id in (select v.id from ${idsOf(session, ids)}) and ${isSo}`;
  const count = async (session: SqlSession, ids: readonly number[], isSo: RawBuilder<unknown>) => {
    const from = sql`from ${session.table(name)} ${where(session, ids, isSo)}`;
    return Number((await firstRow(session, sql`select count(*) as found ${from}`)).found);
  };
  return {
    toRow: (entry) => sqlRowOf(definition, entry),
    async survey(session, generation) {
      const { alive, unseen, seen } = await firstRow(
        session,
        sql`select count(*) filter (where deleted_at is null) as alive,
              count(*) filter (where deleted_at is null and generation <> ${generation}) as unseen,
              count(*) filter (where generation = ${generation}) as seen
            from ${session.table(name)} where client_code = ${clientCode}`,
      );
      return { alive: Number(alive), unseen: Number(unseen), seen: Number(seen), emptied: [] };
    },
    countAlive: (session, ids) => count(session, ids, sql`deleted_at is null`),
    countSeen: (session, ids, generation) => count(session, ids, sql`generation = ${generation}`),
    readRows: (session, keys) => readRecordRows(session, keys, { clientCode, table: definition }),
    listKeys: (session, range) => listRecordKeys(session, range, { clientCode, table: definition }),
    fieldsOf: ({ values }) => fieldsOf(definition.columns, values, values.at(-1)),
    differingFields: (one, other) => differingFields(definition, one, other),
    async write(session, batch: Batch<SqlRow>) {
      const { generation, deletions, close } = batch;
      const rows = batch.rows.map(({ id, values }) => [clientCode, id, generation, ...values]);
      await session.upsert({ table: name, key, columns, rows, cleared: ['deleted_at'] });
      await inner?.replace(session, batch.rows);
      // What could not be read was seen all the same.
      const unread = batch.deadLetters.flatMap(({ id }) => id ?? []);
      if (unread.length > 0)
        await session.run(
          sql`update ${session.table(name)} set generation = ${generation} ${where(session, unread)}`,
        );
      if (!close && deletions.length === 0) return;
      await removeRecords(session, batch, { clientCode, table: definition });
      await inner?.removeOrphans(session);
    },
  };
}

function sqlRowOf(maker: RowMaker, { id, record }: Entry): SqlRow | undefined {
  if (!isObject(record)) throw new MappingError('', 'not an object');
  if (maker.isForgotten(record)) return undefined;
  const values = [...maker.valuesOf(record), JSON.stringify(maker.recordOf(record))];
  return { id, values, rows: maker.rowsOf(record) };
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
