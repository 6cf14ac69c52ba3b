export { UsageError } from '@erply-kit/command-line';

export { DatabaseError } from './database/database-error.ts';
export { type ImportOptions, runImport } from './run-import.ts';
