import type { ClientEvent } from '@erply-kit/client';
import type { AccountOptions } from '@erply-kit/client/environment';
import { connect } from '@erply-kit/command-line/erply';
import { type Lane, type ProgressEvent, type RunReport, runLanes } from '@erply-kit/sync';

import { lockForWriting } from './database/lock-for-writing.ts';
import { examineDatabase, openDatabase, type SchemaChange } from './database/open-database.ts';
import { openSqliteSink } from './sink/open-sqlite-sink.ts';

export interface ImportOptions {
  /** How to reach the account. */
  readonly credentials: AccountOptions;
  /** Path of the SQLite file; it is made if need be. */
  readonly databasePath: string;
  /** @default all lanes */
  readonly lanes?: readonly Lane[];
  /** Reads everything again. @default false */
  readonly full?: boolean;
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
}

/**
 * Copies an account into the database, or brings the copy up to date.
 *
 * @throws ErplyError when Erply cannot be asked, DatabaseError when the database cannot be used. What was written
 * stays, and the next import goes on there.
 */
export async function runImport(options: ImportOptions): Promise<RunReport> {
  const { credentials, databasePath, now = Date.now, onClientEvent, onMigrated, ...runOptions } = options;
  const clock = { now };
  await using client = connect(credentials, onClientEvent);
  // Looked at before anything is made beside it: it may be a file of somebody else.
  examineDatabase(databasePath);
  using _lock = lockForWriting(databasePath);
  using database = await openDatabase(databasePath, onMigrated);
  const sink = openSqliteSink({ database, path: databasePath, clientCode: credentials.clientCode, clock });
  return await runLanes({ client, sink, clock, ...runOptions });
}
