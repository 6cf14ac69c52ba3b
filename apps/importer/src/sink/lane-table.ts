import type { Batch, Entry, Survey } from '@erply-kit/sync';

import type { SqlValue } from '../tables/columns.ts';

/** A row under its key; the values stand in the order of the table's statement. */
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
  survey(generation: number, warehouses?: readonly number[]): Survey;
  countAlive(ids: readonly number[]): number;
  countSeen(ids: readonly number[], generation: number): number;
  write(batch: Batch<SqlRow>): void;
}
