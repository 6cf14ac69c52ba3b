import type { ClientEvent, ErplyClient } from '@erply-kit/client';
import type { AccountOptions } from '@erply-kit/client/environment';
import { connect } from '@erply-kit/command-line/erply';
import {
  type DeletionLimit,
  defaultLanes,
  type Lane,
  type ProgressEvent,
  type RunOptions,
  type RunReport,
  runLanes,
  type Sleep,
} from '@erply-kit/sync';

import type { DatabaseAddress } from './database/database-address.ts';
import { openForWriting } from './database/open-database.ts';
import type { SchemaChange } from './database/schema.ts';
import type { SqlDatabase } from './database/sql-database.ts';
import type { FieldChoices } from './lane-arguments.ts';
import { chooseColumns, readChosenColumns } from './personal/chosen-columns.ts';
import { isErasureDue, noteErasure } from './personal/erasure.ts';
import { tableOfLane, withFewerFields } from './personal/fewer-fields.ts';
import { readForgotten } from './personal/forgotten-people.ts';
import { noteRefusals } from './sink/note-refusals.ts';
import { openSqlSink } from './sink/open-sql-sink.ts';

export interface ImportOptions extends Pick<RunOptions, 'poll' | 'pollEverySeconds' | 'sleep'> {
  /** How to reach the account. */
  readonly credentials: AccountOptions;
  /** A client of the account that is used again and again, with its session. @default one that ends with the import */
  readonly client?: ErplyClient;
  /** The database, as `databaseAddress` reads it from a text; it is made if need be. */
  readonly database: DatabaseAddress;
  /** @default all lanes without personal data */
  readonly lanes?: readonly Lane[];
  /**
   * Columns to fill of the lanes `customers` and `addresses`, by lane; `all` for all. What a lane is no longer to hold is
   * erased. @default what the database was filled with before, and all columns at first
   */
  readonly fields?: FieldChoices;
  /** Reads everything again. @default false */
  readonly full?: boolean;
  /** Seconds since 1970: first reads are limited to what was added or changed since. */
  readonly since?: number;
  /** Units of the quota that the import may use, its login included. @default no limit */
  readonly maxUnits?: number;
  /** What may be removed at once without being confirmed. @default 20 % and 50 records or more */
  readonly deletionLimit?: DeletionLimit;
  /** Sleeps: a long read that has used its share of the hour waits for the turn of it. @default it does not wait */
  readonly sleep?: Sleep;
  /** Removes records however many they are. @default false */
  readonly confirmDeletions?: boolean;
  /** Ends the import behind the transaction that is under way. */
  readonly signal?: AbortSignal;
  /** Milliseconds since 1970. @default Date.now */
  readonly now?: () => number;
  readonly onProgress?: (event: ProgressEvent) => void;
  readonly onClientEvent?: (event: ClientEvent) => void;
  /** Is called when a database of an older schema was brought to this importer's, before anything is imported. */
  readonly onMigrated?: (change: SchemaChange) => void;
  /** Is called several times a second while what is no longer to be held is erased from the file. */
  readonly onErasing?: (bytes: number) => void;
}

/**
 * Copies an account into the database, or brings the copy up to date.
 *
 * @throws ErplyError when Erply cannot be asked, DatabaseError when the database cannot be used. What was written
 * stays, and the next import goes on there.
 */
export async function runImport(options: ImportOptions): Promise<RunReport> {
  const { credentials, database: address, now = Date.now, maxUnits, ...others } = options;
  const { onClientEvent, onMigrated, ...runOptions } = others;
  const { clientCode } = credentials;
  const clock = { now };
  const client = options.client ?? connect(credentials, onClientEvent, maxUnits);
  await using _own = options.client ? undefined : client;
  await using database = await openForWriting(address, { clientCode, onMigrated });
  await limitLanes(database, options);
  const columns = await readChosenColumns(database, clientCode);
  const forgotten = new Set((await readForgotten(database, clientCode)).map(({ id }) => id));
  const sink = openSqlSink({ database, clientCode, clock, columns, forgotten });
  const lanes = (options.lanes ?? defaultLanes).map((lane) => withFewerFields(lane, columns));
  const report = await runLanes({ ...runOptions, client, sink, clock, lanes });
  await noteRefusals(database, report.lanes, { clientCode, now: now() });
  return report;
}

/** Notes which columns lanes fill from now on, and erases what they are no longer to hold. */
async function limitLanes(
  database: SqlDatabase,
  { credentials: { clientCode }, fields, signal, onErasing, now = Date.now }: ImportOptions,
): Promise<void> {
  for (const [lane, choice] of fields ?? [])
    await chooseColumns(database, { clientCode, table: tableOfLane(lane), choice });
  if (!(await isErasureDue(database, clientCode))) return;
  await database.compact({
    signal: signal ?? new AbortController().signal,
    onProgress: onErasing ?? (() => {}),
  });
  await noteErasure(database, { clientCode, nowMs: now() });
}
