import type { FieldReader } from './read-field.ts';

/** A table of records: every column beside the key, the whole record and the bookkeeping, and where it comes from. */
export interface RecordTable {
  readonly table: string;
  readonly columns: Readonly<Record<string, FieldReader>>;
}
