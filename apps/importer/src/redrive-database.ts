import type { ClientEvent } from '@erply-kit/client';
import type { AccountOptions } from '@erply-kit/client/environment';
import { connect } from '@erply-kit/command-line/erply';
import { type Lane, type LaneRedrive, redriveLanes } from '@erply-kit/sync';

import type { DatabaseAddress } from './database/database-address.ts';
import { openForWriting } from './database/open-database.ts';
import type { SchemaChange } from './database/schema.ts';
import { openCopy } from './open-copy.ts';
import { readDeadLetters } from './read-dead-letters.ts';
import { assertThere } from './repair-database.ts';

export interface RedriveDatabaseOptions {
  readonly credentials: AccountOptions;
  readonly database: DatabaseAddress;
  readonly lanes: readonly Lane[];
  readonly now: () => number;
  readonly signal: AbortSignal;
  readonly onMigrated: (change: SchemaChange) => void;
  readonly onClientEvent: (event: ClientEvent) => void;
}

/**
 * Reads the records of dead letters again, and writes those that fit now.
 *
 * @throws ErplyError when Erply cannot be asked, DatabaseError when the database cannot be used. What was written stays.
 */
export async function redriveDatabase(options: RedriveDatabaseOptions): Promise<LaneRedrive[]> {
  const { credentials, now, signal, onMigrated, onClientEvent } = options;
  const { clientCode } = credentials;
  await using client = connect(credentials, onClientEvent);
  await assertThere(options.database);
  await using database = await openForWriting(options.database, { clientCode, onMigrated });
  const { sink, lanes } = await openCopy(database, { clientCode, clock: { now }, lanes: options.lanes });
  return await redriveLanes({
    ...{ client, sink, lanes, signal },
    deadLetters: (lane) => readDeadLetters(database, clientCode, lane),
  });
}
