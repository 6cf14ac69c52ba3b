export { UsageError } from '@erply-kit/command-line';

export { type DatabaseAddress, databaseAddress, sqliteAddress } from './database/database-address.ts';
export { DatabaseError } from './database/database-error.ts';
export type { SchemaChange } from './database/schema.ts';
export { type ImportOptions, runImport } from './run-import.ts';
