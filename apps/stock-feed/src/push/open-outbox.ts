import { createHash, randomBytes } from 'node:crypto';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

import { UsageError } from '@erply-kit/command-line';

import { FeedError } from '../feed-error.ts';
import { makeFolder } from '../files/make-folder.ts';
import { Outbox } from './outbox.ts';
import { outboxFailure } from './outbox-failure.ts';

/** Whose deliveries an outbox holds: what one receiver has acknowledged says nothing of another one. */
export interface OutboxOwner {
  readonly clientCode: string;
  /** The receiver's address. It is kept as a hash, since addresses hold secrets. */
  readonly url: string;
  /** What its items are. */
  readonly by: 'warehouse' | 'group' | 'product';
}

const version = 1;

const schema = `
  CREATE TABLE state (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    outbox_id TEXT NOT NULL,
    client_code TEXT NOT NULL,
    receiver TEXT NOT NULL,
    items_by TEXT NOT NULL,
    last_sequence INTEGER NOT NULL DEFAULT 0,
    full_since INTEGER,
    meta TEXT
  ) STRICT;
  CREATE TABLE items (
    product_id INTEGER NOT NULL,
    warehouse_id INTEGER NOT NULL,
    group_name TEXT NOT NULL,
    available REAL,
    acknowledged TEXT,
    acknowledged_in INTEGER,
    sending TEXT,
    pending TEXT,
    PRIMARY KEY (product_id, warehouse_id, group_name)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX pending_items ON items (product_id, warehouse_id, group_name) WHERE pending IS NOT NULL;
  CREATE INDEX sending_items ON items (product_id, warehouse_id, group_name) WHERE sending IS NOT NULL;
  CREATE TABLE batches (sequence INTEGER PRIMARY KEY, body TEXT NOT NULL, ends_full INTEGER NOT NULL) STRICT;
  PRAGMA user_version = ${version};
`;

/**
 * Opens the file of a receiver's deliveries, or makes it. Only one process at a time has it open.
 *
 * @throws UsageError where it belongs to another account, receiver or kind of feed.
 * @throws FeedError where another push uses it, or the file cannot be used.
 */
export async function openOutbox(path: string, owner: OutboxOwner): Promise<Outbox> {
  let database: DatabaseSync | undefined;
  try {
    await makeFolder(dirname(path));
    database = new DatabaseSync(path, { timeout: 0 });
    prepare(database, path, owner);
    return new Outbox(database, path);
  } catch (error) {
    database?.close();
    throw outboxFailure(error, path);
  }
}

function prepare(database: DatabaseSync, path: string, owner: OutboxOwner): void {
  // The lock is the operating system's, so that nothing of a killed push has to be cleared away.
  database.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
  database.exec('PRAGMA temp_store = FILE; BEGIN EXCLUSIVE');
  const found = Number(database.prepare('PRAGMA user_version').get()?.user_version);
  if (found > version)
    throw new FeedError(`cannot use the outbox ${path}: a newer version of this program has made it`);
  if (found === 0) create(database, owner);
  refuseOthers(database, path, owner);
  database.exec('COMMIT');
}

function create(database: DatabaseSync, owner: OutboxOwner): void {
  database.exec(schema);
  database
    .prepare('INSERT INTO state (id, outbox_id, client_code, receiver, items_by) VALUES (1, ?, ?, ?, ?)')
    .run(randomBytes(6).toString('hex'), owner.clientCode, hashOf(owner.url), owner.by);
}

function refuseOthers(database: DatabaseSync, path: string, owner: OutboxOwner): void {
  const kept = database.prepare('SELECT client_code, receiver, items_by FROM state').get();
  const other =
    (kept?.client_code !== owner.clientCode && 'another account') ||
    (kept?.receiver !== hashOf(owner.url) && 'another address') ||
    (kept?.items_by !== owner.by && `a feed by ${kept?.items_by}`);
  if (other)
    throw new UsageError(
      `the outbox ${path} belongs to ${other}: give another --outbox, which sends everything`,
    );
}

const hashOf = (url: string) => createHash('sha256').update(url).digest('hex');
