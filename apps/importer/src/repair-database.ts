import type { ClientEvent } from '@erply-kit/client';
import type { AccountOptions } from '@erply-kit/client/environment';
import { connect } from '@erply-kit/command-line/erply';
import { type AuditProgress, type Lane, type RepairReport, repairLanes } from '@erply-kit/sync';

import type { DatabaseAddress } from './database/database-address.ts';
import { openForReading, openForWriting } from './database/open-database.ts';
import type { SchemaChange } from './database/schema.ts';
import { openCopy } from './open-copy.ts';

export interface RepairDatabaseOptions {
  readonly credentials: AccountOptions;
  readonly database: DatabaseAddress;
  readonly lanes: readonly Lane[];
  readonly confirmDeletions: boolean;
  readonly maxExamples: number;
  readonly now: () => number;
  readonly signal: AbortSignal;
  readonly onMigrated: (change: SchemaChange) => void;
  readonly onProgress: (progress: AuditProgress) => void;
  readonly onClientEvent: (event: ClientEvent) => void;
}

/**
 * Compares all of a database with the account, and writes what differs.
 *
 * @throws ErplyError when Erply cannot be asked, DatabaseError when the database cannot be used. What was written stays.
 */
export async function repairDatabase(options: RepairDatabaseOptions): Promise<RepairReport> {
  const { credentials, now, onMigrated, onClientEvent, ...repairOptions } = options;
  const { clientCode } = credentials;
  const clock = { now };
  await using client = connect(credentials, onClientEvent);
  await assertThere(options.database);
  await using database = await openForWriting(options.database, { clientCode, onMigrated });
  const copy = await openCopy(database, { clientCode, clock, lanes: options.lanes });
  return await repairLanes({ ...repairOptions, client, clock, ...copy });
}

/** What is not there yet has nothing to mend, and is not made. */
export async function assertThere(address: DatabaseAddress): Promise<void> {
  await using _database = await openForReading(address);
}
