import type { DatabaseSync } from 'node:sqlite';

import type { Batch, LaneState } from '@erply-kit/sync';

/** Checkpoints and counters of one account's lanes. */
export function openLaneStates(database: DatabaseSync, clientCode: string) {
  const put = database.prepare(
    `INSERT OR REPLACE INTO sync_state (client_code, lane, phase, watermark, records, deletions, dead_letters,
       checkpoint, written_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const get = database.prepare('SELECT * FROM sync_state WHERE client_code = ? AND lane = ?');
  return {
    write({ lane, checkpoint, counters }: Batch, writtenAt: number): void {
      const { phase } = checkpoint;
      const { watermark } = checkpoint.phase === 'idle' ? checkpoint : checkpoint.before;
      const counts = [counters.records, counters.deletions, counters.deadLetters];
      put.run(clientCode, lane, phase, watermark ?? null, ...counts, JSON.stringify(checkpoint), writtenAt);
    },
    read(lane: string): LaneState | undefined {
      const row = get.get(clientCode, lane);
      if (!row) return undefined;
      const counters = {
        records: Number(row.records),
        deletions: Number(row.deletions),
        deadLetters: Number(row.dead_letters),
      };
      return { checkpoint: JSON.parse(String(row.checkpoint)), counters };
    },
  };
}
