import pg from 'pg';

import type { ResultRow } from '../sql-database.ts';
import type { PostgresAddress } from './postgres-address.ts';
import { explainPostgres } from './postgres-problem.ts';
import type { Ask, QueryAnswer } from './postgres-session.ts';

/** One for what is written, and some for what is looked up meanwhile. The lock has one of its own. */
const maxConnections = 3;
/** Silent connections are tried so often: firewalls forget them after some minutes, and an import may wait for an hour. */
const keepAliveMs = 30_000;

const { builtins } = pg.types;
const numbers: readonly number[] = [builtins.INT8, builtins.NUMERIC];
const texts: readonly number[] = [builtins.JSON, builtins.JSONB];

/** Numbers are numbers whatever their column, and JSON is text. */
const types: pg.CustomTypesConfig = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (numbers.includes(oid)) return Number;
    if (texts.includes(oid)) return (text: string) => text;
    return format === 'binary' ? pg.types.getTypeParser(oid, format) : pg.types.getTypeParser(oid);
  },
};

const configOf = ({ connectionString, connectTimeoutMs }: PostgresAddress): pg.ClientConfig => ({
  ...{ connectionString, types, connectionTimeoutMillis: connectTimeoutMs },
  ...{
    keepAlive: true,
    keepAliveInitialDelayMillis: keepAliveMs,
    fallback_application_name: 'erply-importer',
  },
});

/** Connections to a server, made as they are needed. */
export function openPool(address: PostgresAddress): pg.Pool {
  const pool = new pg.Pool({ ...configOf(address), max: maxConnections });
  // Without these, a server that is restarted ends the process: a query that is under way fails all the same.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

/** A connection of its own. `onLost` is called when it ends by itself. */
export async function openConnection(address: PostgresAddress, onLost: () => void): Promise<pg.Client> {
  try {
    const client = new pg.Client(configOf(address));
    client.on('error', onLost);
    client.on('end', onLost);
    await client.connect();
    return client;
  } catch (error) {
    throw explainPostgres(error, address.label);
  }
}

/** What `query` runs, with its errors in one line. */
export function askOn(queryable: Pick<pg.Pool | pg.Client | pg.PoolClient, 'query'>, label: string): Ask {
  const query = queryable.query.bind(queryable) as (
    text: string,
    values?: readonly unknown[],
  ) => Promise<QueryAnswer>;
  return async (text, values) => {
    try {
      const { rows, rowCount } = await query(text, values);
      return { rows: rows as ResultRow[], rowCount };
    } catch (error) {
      throw explainPostgres(error, label);
    }
  };
}
