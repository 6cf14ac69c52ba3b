import type { ColumnDataType, CreateTableBuilder, Kysely } from 'kysely';

import type { ColumnDeclaration, TableDeclaration } from '../tables/table-declaration.ts';

/** What databases spell differently. */
export interface Spelling {
  readonly types: Readonly<Record<ColumnDeclaration['type'], ColumnDataType>>;
  /** Makes statements find the importer's tables. */
  within(database: Kysely<unknown>): Kysely<unknown>;
  /** Adds what follows the columns of a table. */
  finish(
    table: CreateTableBuilder<string, string>,
    declaration: TableDeclaration,
  ): CreateTableBuilder<string, string>;
}
