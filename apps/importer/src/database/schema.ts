import { allTables } from '../tables/all-tables.ts';
import { versionsOf } from '../tables/table-declaration.ts';

/** Says in the header of the file whose database it is: "erky" in ASCII. */
export const applicationId = 0x65726b79;

/** The version of the schema, which SQLite keeps as `user_version`: that of what is newest in it. */
export const schemaVersion = versionsOf(allTables).at(-1) ?? 0;

/** The versions of the schema that a database was brought from and to. */
export interface SchemaChange {
  readonly from: number;
  readonly to: number;
}
