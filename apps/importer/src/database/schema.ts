import { allTables } from '../tables/all-tables.ts';
import { type TableDeclaration, versionsOf } from '../tables/table-declaration.ts';
import { allViews } from '../views/all-views.ts';

/** Says in the header of the file whose database it is: "erky" in ASCII. */
export const applicationId = 0x65726b79;

/** The version of a schema with these tables and the views: that of what is newest in it. */
export const versionOf = (tables: readonly TableDeclaration[]): number =>
  Math.max(...versionsOf(tables), ...allViews.map(({ since }) => since));

/** The version of the schema, which SQLite keeps as `user_version`. */
export const schemaVersion = versionOf(allTables);

/** The versions of the schema that a database was brought from and to. */
export interface SchemaChange {
  readonly from: number;
  readonly to: number;
}
