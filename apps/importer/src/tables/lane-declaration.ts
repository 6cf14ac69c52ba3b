import type { DatabaseSync } from 'node:sqlite';

import type { LaneTable } from '../sink/lane-table.ts';
import type { TableDeclaration } from './table-declaration.ts';

/** How the importer keeps one lane. */
export interface LaneDeclaration {
  readonly lane: string;
  readonly tables: readonly TableDeclaration[];
  /** What writes to its tables, for one account. */
  open(database: DatabaseSync, clientCode: string): LaneTable;
  /** SQL that counts `records` that are there, and those that are `removed`, of an account. */
  readonly countSql: string;
}
