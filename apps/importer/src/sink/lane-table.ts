import type { Batch, Entry, KeyRange, RowKey, StoredRow, Survey } from '@erply-kit/sync';

import type { SqlSession } from '../database/sql-database.ts';
import type { SqlValue } from '../tables/columns.ts';

/** A row under its key; the values stand in the order of the table's columns. */
export interface SqlRow {
  readonly id: number;
  readonly warehouseID?: number;
  readonly values: readonly SqlValue[];
  /** Values of the rows inside the record, where they have a table of their own. */
  readonly rows?: readonly (readonly SqlValue[])[];
}

/** What the sink needs of the tables of one lane. Writing happens inside the sink's transaction. */
export interface LaneTable {
  /** `undefined` for what the database is not to hold. */
  toRow(entry: Entry): SqlRow | undefined;
  survey(session: SqlSession, generation: number, warehouses?: readonly number[]): Promise<Survey>;
  countAlive(session: SqlSession, ids: readonly number[]): Promise<number>;
  countSeen(session: SqlSession, ids: readonly number[], generation: number): Promise<number>;
  readRows(session: SqlSession, keys: readonly RowKey[]): Promise<StoredRow<SqlRow>[]>;
  listKeys(session: SqlSession, range: KeyRange): Promise<RowKey[]>;
  /** Erply's names of the fields in which two rows differ. */
  differingFields(one: SqlRow, other: SqlRow): string[];
  /** What a row says, by Erply's names of the fields; where there is a column, that of the column. */
  fieldsOf(row: SqlRow): Readonly<Record<string, unknown>>;
  write(session: SqlSession, batch: Batch<SqlRow>): Promise<void>;
}
