import type { FieldColumn } from './columns.ts';

/** A table of records: every column beside the key, the whole record and the bookkeeping, and where it comes from. */
export interface RecordTable {
  readonly lane: string;
  readonly name: string;
  /** The first version of the schema that has it. */
  readonly since: number;
  readonly columns: Readonly<Record<string, FieldColumn>>;
  /** Columns of each index behind `client_code`, by its name. */
  readonly indexes?: Readonly<Record<string, readonly string[]>>;
}
