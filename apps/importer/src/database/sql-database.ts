import type { RawBuilder } from 'kysely';

import type { SqlValue } from '../tables/columns.ts';
import type { ColumnType } from '../tables/table-declaration.ts';

/** A row as a query gives it. Numbers are numbers whatever their column, and JSON is text. */
export type ResultRow = Readonly<Record<string, SqlValue>>;

/** Rows that take the place of those under their keys, or are added. */
export interface Upsert {
  readonly table: string;
  /** Columns of the primary key. */
  readonly key: readonly string[];
  /** The columns that are written, those of the key among them, in the order of the values. */
  readonly columns: Readonly<Record<string, ColumnType>>;
  /** Of rows with one key, the last counts. */
  readonly rows: readonly (readonly SqlValue[])[];
  /** Columns that become null in a row that is replaced. */
  readonly cleared?: readonly string[];
}

/** What databases spell differently inside of a query. */
export interface SqlSpelling {
  readonly kind: 'sqlite' | 'postgres';
  /** Now, in seconds since 1970, by the database's clock. */
  readonly nowSeconds: RawBuilder<unknown>;
  /** A table or view of the importer. */
  table(name: string): RawBuilder<unknown>;
  /** Values as a table, behind FROM: `v` with these columns. However many they are, they are one parameter a column at most. */
  list(
    columns: Readonly<Record<string, ColumnType>>,
    rows: readonly (readonly SqlValue[])[],
  ): RawBuilder<unknown>;
}

/**
 * What runs queries: the database itself, or a transaction of it. A query is a template of Kysely's `sql`, written once for
 * all databases.
 */
export interface SqlSession extends SqlSpelling {
  /** The rows that a query gives. */
  all(query: RawBuilder<unknown>): Promise<ResultRow[]>;
  /** Runs a query, and says how many rows it changed. */
  run(query: RawBuilder<unknown>): Promise<number>;
  upsert(upsert: Upsert): Promise<void>;
  /** Whether there is a table: a database of an older schema does not have all of them. */
  hasTable(name: string): Promise<boolean>;
}

/** An open database of the importer. Errors of it are `DatabaseError`s, in one line. */
export interface SqlDatabase extends SqlSession, AsyncDisposable {
  /** For messages: a path, or an address without user and password. */
  readonly label: string;
  /**
   * Does all of it or nothing; the lock for writing is taken first. Inside, only the session it is given may be used: the
   * database itself waits until the transaction is over.
   */
  transaction<TResult>(action: (session: SqlSession) => Promise<TResult>): Promise<TResult>;
  /**
   * Reads one state of the database, whatever others write meanwhile. As in a transaction, only the session may be used
   * inside.
   */
  snapshot<TResult>(action: (session: SqlSession) => Promise<TResult>): Promise<TResult>;
  /** From now on nothing readable stays where something was deleted, as far as the database can do that at once. */
  overwriteDeleted(): Promise<void>;
  /**
   * Writes the tables anew, without what was deleted or replaced in them: nothing of that is left in the files.
   * @throws DatabaseError, also when somebody reads an older state: then this is to be done again.
   */
  compact(options: CompactOptions): Promise<void>;
}

export interface CompactOptions {
  readonly signal: AbortSignal;
  /** Called several times a second with the bytes that are written. */
  readonly onProgress: (bytes: number) => void;
}

/** IDs as a table `v` with the column `id`. */
export const idsOf = (session: SqlSpelling, ids: readonly number[]): RawBuilder<unknown> =>
  session.list(
    { id: 'integer' },
    ids.map((id) => [id]),
  );

/** The first row of a query that always gives one. */
export async function firstRow(session: SqlSession, query: RawBuilder<unknown>): Promise<ResultRow> {
  const [row] = await session.all(query);
  return row ?? {};
}
