import { resolve } from 'node:path';

import { UsageError } from '@erply-kit/command-line';

import { type PostgresAddress, postgresAddress } from './postgres/postgres-address.ts';

/** A file of SQLite. */
export interface SqliteAddress {
  readonly kind: 'sqlite';
  readonly path: string;
  /** For messages. */
  readonly label: string;
}

/** Where the importer's database is. */
export type DatabaseAddress = SqliteAddress | PostgresAddress;

const defaultUrl = 'sqlite:./.data/erply.db';

/**
 * Reads the address of a database: `sqlite:` and a path, from the folder that the importer runs in, or `postgres://`. The
 * address stays out of messages: that of a server may hold a password.
 *
 * @throws UsageError when it is not understood.
 */
export function databaseAddress(url = defaultUrl, cwd = process.cwd()): DatabaseAddress {
  if (/^postgres(ql)?:/i.test(url)) return postgresAddress(url);
  const [, path] = /^sqlite:(?:\/\/(?=\/))?(.+)$/s.exec(url) ?? [];
  if (!path || path === ':memory:' || path.includes('\0'))
    throw new UsageError(
      'the database address is not understood; use one like sqlite:./.data/erply.db or postgres://USER:PASSWORD@HOST/DATABASE',
    );
  return sqliteAddress(resolve(cwd, path));
}

/** The address of a file of SQLite. */
export const sqliteAddress = (path: string): SqliteAddress => ({ kind: 'sqlite', path, label: path });
