import { sql } from 'kysely';

import {
  type Batch,
  type Checkpoint,
  type IdleCheckpoint,
  isCheckpoint,
  type LaneState,
} from '@erply-kit/sync';

import { DatabaseError } from '../database/database-error.ts';
import type { SqlSession } from '../database/sql-database.ts';
import { typesOf } from '../tables/columns.ts';
import { syncState } from '../tables/sync-state.ts';

interface LaneStates {
  write(session: SqlSession, batch: Batch, writtenAt: number): Promise<void>;
  /** Makes the next pass of a lane that has run read everything. */
  readInFull(session: SqlSession, lane: string): Promise<void>;
  read(session: SqlSession, lane: string): Promise<LaneState | undefined>;
}

/** Checkpoints and counters of one account's lanes. `label` names the database in messages. */
export function openLaneStates(label: string, clientCode: string): LaneStates {
  const rowOf = async (session: SqlSession, lane: string) => {
    const isTheirs = sql`client_code = ${clientCode} and lane = ${lane}`;
    const [row] = await session.all(sql`select * from ${session.table('sync_state')} where ${isTheirs}`);
    return row;
  };
  return {
    async write(session, { lane, checkpoint, counters }, writtenAt) {
      const { phase } = checkpoint;
      const { watermark = null } = checkpoint.phase === 'idle' ? checkpoint : checkpoint.before;
      const { records, deletions, deadLetters } = counters;
      const row = [clientCode, lane, phase, watermark, records, deletions, deadLetters];
      await session.upsert({
        ...{ table: syncState.name, key: syncState.key, columns: typesOf(syncState.columns) },
        rows: [[...row, JSON.stringify(checkpoint), writtenAt]],
      });
    },
    async readInFull(session, lane) {
      const row = await rowOf(session, lane);
      if (!row) return;
      const checkpoint = unread(readCheckpoint(row.checkpoint, { label, lane }));
      await session.run(sql`update ${session.table('sync_state')}
        set phase = ${checkpoint.phase}, watermark = null, checkpoint = ${JSON.stringify(checkpoint)}
        where client_code = ${clientCode} and lane = ${lane}`);
    },
    async read(session, lane) {
      const row = await rowOf(session, lane);
      if (!row) return undefined;
      const counters = {
        records: Number(row.records),
        deletions: Number(row.deletions),
        deadLetters: Number(row.dead_letters),
      };
      return { checkpoint: readCheckpoint(row.checkpoint, { label, lane }), counters };
    },
  };
}

/** Where a lane stands that has to read everything, or all since the time that it was first read from. The number of its last full read stays: rows are told apart by it. */
export function unread(checkpoint: Checkpoint): IdleCheckpoint {
  const { generation } = checkpoint;
  const { since } = checkpoint.phase === 'idle' ? checkpoint : checkpoint.before;
  return { phase: 'idle', generation, ...(since !== undefined && { since }) };
}

/** @throws DatabaseError for one that is damaged, or that a later version has written. */
function readCheckpoint(
  text: unknown,
  { label, lane }: { readonly label: string; readonly lane: string },
): Checkpoint {
  try {
    const checkpoint: unknown = JSON.parse(String(text));
    if (isCheckpoint(checkpoint)) return checkpoint;
  } catch {
    // The message of JSON.parse would quote the text.
  }
  throw new DatabaseError(
    label,
    `the checkpoint of lane ${lane} is damaged, or of a later version; delete that row of sync_state to read the lane in full`,
  );
}
