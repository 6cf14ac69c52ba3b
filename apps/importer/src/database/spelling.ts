import type { ColumnDataType, CreateTableBuilder } from 'kysely';

import type { ColumnDeclaration, TableDeclaration } from '../tables/table-declaration.ts';

/** What databases spell differently. */
export interface Spelling {
  readonly types: Readonly<Record<ColumnDeclaration['type'], ColumnDataType>>;
  /** Adds what follows the columns of a table. */
  finish(
    table: CreateTableBuilder<string, string>,
    declaration: TableDeclaration,
  ): CreateTableBuilder<string, string>;
}
