import type { RawBuilder } from 'kysely';

import type { SqlSpelling } from '../database/sql-database.ts';
import type { LaneTable } from '../sink/lane-table.ts';
import type { TableDeclaration } from './table-declaration.ts';

/** What is not to be written, though it came. */
export interface RowLimits {
  /** Columns to fill; the others are null, and their fields not in `record` either. All without it. */
  readonly columns?: readonly string[];
  /** Customers whom the database is not to hold. */
  readonly forgotten: ReadonlySet<number>;
}

/** How the importer keeps one lane. */
export interface LaneDeclaration {
  readonly lane: string;
  readonly tables: readonly TableDeclaration[];
  /** What writes to its tables, for one account. */
  open(clientCode: string, limits: RowLimits): LaneTable;
  /** A query that counts `records` that are there, and those that are `removed`, of an account. */
  count(spelling: SqlSpelling, clientCode: string): RawBuilder<unknown>;
}
