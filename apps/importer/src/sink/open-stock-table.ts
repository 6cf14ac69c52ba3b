import { type RawBuilder, sql } from 'kysely';

import { MappingError } from '@erply-kit/sync';

import { firstRow, idsOf, type SqlSession, type Upsert } from '../database/sql-database.ts';
import { type FieldColumn, typesOf } from '../tables/columns.ts';
import { differingColumns, fieldsOf } from './differing-fields.ts';
import type { LaneTable } from './lane-table.ts';
import { listStockKeys, readStockRows } from './read-stock-rows.ts';
import { hasAmount } from './stock-conditions.ts';
import { surveyStock } from './survey-stock.ts';
import { writeStock } from './write-stock.ts';

/** The amounts of one account, and the full read of them that is under way. */
export function openStockTable(clientCode: string, fields: Readonly<Record<string, FieldColumn>>): LaneTable {
  const readers = Object.values(fields).map(({ read }) => read);
  const columns: Upsert['columns'] = {
    ...{ client_code: 'text', generation: 'integer', warehouse_id: 'integer', product_id: 'integer' },
    ...typesOf(fields),
  };
  /** Of these products, how many have an amount that is so. */
  const count = async (session: SqlSession, ids: readonly number[], isSo: RawBuilder<unknown>) => {
    const { found } = await firstRow(
      session,
      sql`select count(distinct t.product_id) as found from ${session.table('stock')} as t
          where t.client_code = ${clientCode} and ${isSo}
          and t.product_id in (select v.id from ${idsOf(session, ids)})`,
    );
    return Number(found);
  };
  return {
    toRow({ id, warehouseID, record }) {
      if (warehouseID === undefined) throw new MappingError('warehouseID', 'missing');
      const amounts = record as Readonly<Record<string, unknown>>;
      return { id, warehouseID, values: readers.map((read) => read(amounts)) };
    },
    survey: (session, generation, warehouses) =>
      surveyStock(session, { clientCode, generation, ...(warehouses && { warehouses }) }),
    countAlive: (session, ids) => count(session, ids, hasAmount),
    countSeen: (session, ids, generation) => count(session, ids, sql`t.generation = ${generation}`),
    readRows: (session, keys) => readStockRows(session, keys, { clientCode, names: Object.keys(fields) }),
    listKeys: (session, range) => listStockKeys(session, range, clientCode),
    fieldsOf: ({ values }) => fieldsOf(fields, values),
    differingFields: (one, other) => differingColumns(fields, one.values, other.values),
    write: (session, batch) => writeStock(session, batch, { clientCode, columns }),
  };
}
