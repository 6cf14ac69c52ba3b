import type { FieldColumn } from './columns.ts';
import type { RowsTable } from './rows-table.ts';
import type { IndexDeclaration } from './table-declaration.ts';

/** A table of records: every column beside the key, the whole record and the bookkeeping, and where it comes from. */
export interface RecordTable {
  readonly lane: string;
  readonly name: string;
  /** The first version of the schema that has it. */
  readonly since: number;
  readonly columns: Readonly<Record<string, FieldColumn>>;
  /**
   * Of a table with personal data, of which a team may want less: the fields that stay in `record` whatever else is left
   * out.
   */
  readonly keptFields?: readonly string[];
  /** The field that names the customer whose data a record holds, where it does. */
  readonly personField?: string;
  /**
   * Fields that show something of another record, which changes without this one: they would be out of date, so neither
   * a column nor `record` has them.
   */
  readonly repeatedFields?: readonly string[];
  /**
   * Of records that the books need, whoever they are about: the fields that name customers, and those that are kept of a
   * record that is about one who was forgotten.
   */
  readonly about?: { readonly fields: readonly string[]; readonly kept: readonly string[] };
  /** Rows inside the record that have a table of their own. */
  readonly rows?: RowsTable;
  /** Rows of other tables that go with theirs: no log says so. `by` is their column that holds the ID. */
  readonly owns?: readonly { readonly table: string; readonly by: string }[];
  /** By name; `client_code` comes before their columns. */
  readonly indexes?: Readonly<Record<string, IndexDeclaration>>;
}
