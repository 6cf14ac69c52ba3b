import type { CommandIO } from '../command-io.ts';
import { type DatabaseAddress, databaseAddress } from '../database/database-address.ts';
import type { Given, OptionDeclarations } from './option.ts';

/** What every command takes that looks into the database. */
export const databaseOptions = {
  database: { type: 'string' },
  json: { type: 'boolean' },
} as const satisfies OptionDeclarations;

export interface DatabaseOptions {
  /** Address of the database, where it is not the environment's. */
  readonly database?: string;
  readonly json: boolean;
}

export function readDatabaseOptions({ texts, switches }: Given): DatabaseOptions {
  const database = texts.get('database')?.at(-1);
  return { json: switches.has('json'), ...(database !== undefined && { database }) };
}

/** Where the database is: what was typed goes before the environment. */
export const addressOf = (
  { database }: DatabaseOptions,
  { environment, cwd }: Pick<CommandIO, 'cwd' | 'environment'>,
): DatabaseAddress => databaseAddress(database ?? (environment.variables.DATABASE_URL || undefined), cwd);
