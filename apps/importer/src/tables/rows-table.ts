import type { FieldColumn } from './columns.ts';
import type { IndexDeclaration } from './table-declaration.ts';

/**
 * Rows that lie inside records, in a table of their own: `document_id` says whose they are, `position` where they stand,
 * from 1 on. They are those of records that are there.
 */
export interface RowsTable {
  readonly name: string;
  /** The field of the record that holds them. */
  readonly field: string;
  readonly columns: Readonly<Record<string, FieldColumn>>;
  /** By name; `client_code` comes before their columns. */
  readonly indexes?: Readonly<Record<string, IndexDeclaration>>;
}
