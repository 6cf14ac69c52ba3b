import pg from 'pg';

import { type PostgresServer, startPostgresServer } from '@erply-kit/tooling/postgres-server';

import { databaseAddress } from '../../src/database/database-address.ts';
import type { PostgresAddress } from '../../src/database/postgres/postgres-address.ts';

let server: Promise<PostgresServer> | undefined;
let schemas = 0;

/** The server that all tests of a worker share. It starts when the first of them needs it. */
export const sharedServer = (): Promise<PostgresServer> => (server ??= startPostgresServer());

export interface TestSchema extends AsyncDisposable {
  readonly url: string;
  readonly address: PostgresAddress;
  readonly name: string;
  /** Runs SQL as the superuser; tables of the importer are in `"${name}"`. */
  query(text: string, values?: readonly unknown[]): Promise<Record<string, unknown>[]>;
}

/** A name for a schema that is not there yet; what comes into it goes at the end of the block. */
export async function openSchema(
  options: { readonly server?: PostgresServer; readonly more?: string } = {},
): Promise<TestSchema> {
  const { url } = options.server ?? (await sharedServer());
  schemas += 1;
  const name = `test_${schemas}`;
  const text = `${url()}?schema=${name}${options.more ?? ''}`;
  const client = new pg.Client({ connectionString: url() });
  client.on('error', () => {});
  await client.connect();
  return {
    url: text,
    address: databaseAddress(text) as PostgresAddress,
    name,
    query: async (sql, values) => (await client.query(sql, values as unknown[])).rows,
    async [Symbol.asyncDispose]() {
      await client.query(`drop schema if exists "${name}" cascade`).catch(() => {});
      await client.end();
    },
  };
}
