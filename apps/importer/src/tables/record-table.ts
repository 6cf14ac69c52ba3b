import type { FieldColumn } from './columns.ts';
import type { IndexDeclaration } from './table-declaration.ts';

/** A table of records: every column beside the key, the whole record and the bookkeeping, and where it comes from. */
export interface RecordTable {
  readonly lane: string;
  readonly name: string;
  /** The first version of the schema that has it. */
  readonly since: number;
  readonly columns: Readonly<Record<string, FieldColumn>>;
  /** By name; `client_code` comes before their columns. */
  readonly indexes?: Readonly<Record<string, IndexDeclaration>>;
}
