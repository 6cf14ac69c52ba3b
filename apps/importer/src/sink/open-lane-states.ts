import type { DatabaseSync } from 'node:sqlite';

import {
  type Batch,
  type Checkpoint,
  type IdleCheckpoint,
  isCheckpoint,
  type LaneState,
} from '@erply-kit/sync';

import { DatabaseError } from '../database/database-error.ts';

/** Checkpoints and counters of one account's lanes. */
export function openLaneStates(database: DatabaseSync, clientCode: string) {
  const put = database.prepare(
    `INSERT OR REPLACE INTO sync_state (client_code, lane, phase, watermark, records, deletions, dead_letters,
       checkpoint, written_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const get = database.prepare('SELECT * FROM sync_state WHERE client_code = ? AND lane = ?');
  const set = database.prepare(
    'UPDATE sync_state SET phase = ?, watermark = NULL, checkpoint = ? WHERE client_code = ? AND lane = ?',
  );
  return {
    write({ lane, checkpoint, counters }: Batch, writtenAt: number): void {
      const { phase } = checkpoint;
      const { watermark } = checkpoint.phase === 'idle' ? checkpoint : checkpoint.before;
      const counts = [counters.records, counters.deletions, counters.deadLetters];
      put.run(clientCode, lane, phase, watermark ?? null, ...counts, JSON.stringify(checkpoint), writtenAt);
    },
    /** Makes the next pass of a lane that has run read everything. */
    readInFull(lane: string): void {
      const row = get.get(clientCode, lane);
      if (!row) return;
      const checkpoint = unread(readCheckpoint(row.checkpoint, { database, lane }));
      set.run(checkpoint.phase, JSON.stringify(checkpoint), clientCode, lane);
    },
    read(lane: string): LaneState | undefined {
      const row = get.get(clientCode, lane);
      if (!row) return undefined;
      const counters = {
        records: Number(row.records),
        deletions: Number(row.deletions),
        deadLetters: Number(row.dead_letters),
      };
      return { checkpoint: readCheckpoint(row.checkpoint, { database, lane }), counters };
    },
  };
}

/** Where a lane stands that has to read everything. The number of its last full read stays: rows are told apart by it. */
export const unread = ({ generation }: Checkpoint): IdleCheckpoint => ({ phase: 'idle', generation });

/** @throws DatabaseError for one that is damaged, or that a later version has written. */
function readCheckpoint(
  text: unknown,
  { database, lane }: { readonly database: DatabaseSync; readonly lane: string },
): Checkpoint {
  try {
    const checkpoint: unknown = JSON.parse(String(text));
    if (isCheckpoint(checkpoint)) return checkpoint;
  } catch {
    // The message of JSON.parse would quote the text.
  }
  throw new DatabaseError(
    database.location() ?? 'in memory',
    `the checkpoint of lane ${lane} is damaged, or of a later version; delete that row of sync_state to read the lane in full`,
  );
}
