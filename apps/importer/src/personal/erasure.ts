import type { DatabaseSync } from 'node:sqlite';

/** Whether the file may still hold what was erased from the rows: whoever did that was killed, or somebody was reading. */
export const isErasureDue = (database: DatabaseSync): boolean =>
  database
    .prepare(
      `SELECT 1 FROM chosen_columns WHERE is_erased = 0 UNION SELECT 1 FROM forgotten WHERE forgotten_at = 0`,
    )
    .get() !== undefined;

/** Notes that the file holds nothing any more of what was erased. */
export function noteErasure(database: DatabaseSync, nowMs: number): void {
  database.exec('UPDATE chosen_columns SET is_erased = 1 WHERE is_erased = 0');
  database
    .prepare('UPDATE forgotten SET forgotten_at = ? WHERE forgotten_at = 0')
    .run(Math.floor(nowMs / 1000));
}
