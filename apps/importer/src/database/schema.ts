import { allTables } from '../tables/all-tables.ts';

/** Says in the header of the file whose database it is: "erky" in ASCII. */
export const applicationId = 0x65726b79;

/** The version of the schema, which SQLite keeps as `user_version`: that of the newest table. */
export const schemaVersion = Math.max(...allTables.map(({ since }) => since));
