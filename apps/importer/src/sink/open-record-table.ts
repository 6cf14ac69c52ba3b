import type { DatabaseSync } from 'node:sqlite';

import { type Batch, MappingError } from '@erply-kit/sync';

import type { RowMaker } from '../tables/limit-rows.ts';
import type { RecordTable } from '../tables/record-table.ts';
import type { LaneTable, SqlRow } from './lane-table.ts';
import { openRowsTable } from './open-rows-table.ts';

/** The rows of one account in a table of records. */
export function openRecordTable(
  database: DatabaseSync,
  clientCode: string,
  definition: RecordTable & RowMaker,
): LaneTable {
  const statements = prepare(database, definition);
  const removeOwned = ownedRows(database, definition);
  const inner = openRowsTable(database, clientCode, definition);

  return {
    toRow({ id, record }) {
      if (!isObject(record)) throw new MappingError('', 'not an object');
      if (definition.isForgotten(record)) return undefined;
      const values = [...definition.valuesOf(record), JSON.stringify(definition.recordOf(record))];
      return { id, values, rows: definition.rowsOf(record) };
    },
    survey(generation) {
      const { alive, unseen, seen } = statements.survey.get(generation, generation, clientCode) ?? {};
      return { alive: Number(alive), unseen: Number(unseen), seen: Number(seen), emptied: [] };
    },
    countAlive: (ids) => ids.filter((id) => statements.isAlive.get(clientCode, id)).length,
    countSeen: (ids, generation) =>
      ids.filter((id) => statements.isSeen.get(clientCode, id, generation)).length,
    write({ generation, rows, deadLetters, deletions, close }: Batch<SqlRow>) {
      for (const { id, values, rows: own = [] } of rows) {
        statements.put.run(clientCode, id, generation, ...values);
        inner?.replace(id, own);
      }
      for (const { id } of deadLetters)
        if (id !== undefined) statements.touch.run(generation, clientCode, id);
      for (const { id, deletedAt } of deletions) statements.remove.run(deletedAt, clientCode, id);
      if (close) statements.removeUnseen.run(close.deletedAt, clientCode, generation);
      if (!close && deletions.length === 0) return;
      removeOwned?.run(clientCode);
      inner?.removeOrphans();
    },
  };
}

/** Removes what belongs to rows that are removed, at the time at which they were. */
function ownedRows(database: DatabaseSync, { name, owns }: RecordTable) {
  if (!owns) return undefined;
  const owner = `FROM ${name} AS owner WHERE owner.client_code = ?1 AND owner.deleted_at IS NOT NULL`;
  return database.prepare(
    `UPDATE ${owns.table} SET deleted_at = (SELECT owner.deleted_at ${owner} AND owner.id = ${owns.by})
     WHERE client_code = ?1 AND deleted_at IS NULL AND ${owns.by} IN (SELECT owner.id ${owner})`,
  );
}

function prepare(database: DatabaseSync, { name: table, columns }: RecordTable) {
  const names = ['client_code', 'id', 'generation', ...Object.keys(columns), 'record'];
  const changes = names.slice(2).map((name) => `${name} = excluded.${name}`);
  return {
    put: database.prepare(
      `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})
       ON CONFLICT (client_code, id) DO UPDATE SET ${changes.join(', ')}, deleted_at = NULL`,
    ),
    touch: database.prepare(`UPDATE ${table} SET generation = ? WHERE client_code = ? AND id = ?`),
    remove: database.prepare(
      `UPDATE ${table} SET deleted_at = ? WHERE client_code = ? AND id = ? AND deleted_at IS NULL`,
    ),
    removeUnseen: database.prepare(
      `UPDATE ${table} SET deleted_at = ? WHERE client_code = ? AND generation <> ? AND deleted_at IS NULL`,
    ),
    isAlive: database.prepare(
      `SELECT 1 FROM ${table} WHERE client_code = ? AND id = ? AND deleted_at IS NULL`,
    ),
    isSeen: database.prepare(`SELECT 1 FROM ${table} WHERE client_code = ? AND id = ? AND generation = ?`),
    survey: database.prepare(
      `SELECT count(*) FILTER (WHERE deleted_at IS NULL) AS alive,
              count(*) FILTER (WHERE deleted_at IS NULL AND generation <> ?) AS unseen,
              count(*) FILTER (WHERE generation = ?) AS seen
       FROM ${table} WHERE client_code = ?`,
    ),
  };
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
