import type { RawBuilder } from 'kysely';

import type { SqlSpelling } from '../database/sql-database.ts';

/** A view of the database, for those who read it; the importer itself uses none. */
export interface View {
  readonly name: string;
  /** The version of the schema in which it came, or last changed. */
  readonly since: number;
  /** Without parameters: a definition of a view cannot have any. */
  select(spelling: SqlSpelling): RawBuilder<unknown>;
}
