export { UsageError } from '@erply-kit/command-line';

export { DatabaseError } from './database/database-error.ts';
export type { SchemaChange } from './database/open-database.ts';
export { type ImportOptions, runImport } from './run-import.ts';
