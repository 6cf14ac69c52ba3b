import type { RowOf } from './define-table.ts';
import type * as tables from './tables.ts';

/** The name of a table, which is also its key in `tables`. */
export type TableName = keyof typeof tables;

/** A stored row of the table of a name: `RowOfTable<'products'>` is `RowOf<typeof tables.products>`. */
export type RowOfTable<TName extends TableName> = RowOf<(typeof tables)[TName]>;
