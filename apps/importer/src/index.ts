export { DatabaseError } from './database/database-error.ts';
export { type ImportOptions, runImport } from './run-import.ts';
export { UsageError } from './usage-error.ts';
