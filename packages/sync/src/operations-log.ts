import type { Page, PageCursor } from '@erply-kit/client';
import type { AnswerOf, calls } from '@erply-kit/schemas';

import { given } from './given.ts';
import type { RecordLane } from './lane.ts';
import type { RunSettings } from './run-settings.ts';
import type { Deletion } from './sink.ts';

type LogEntry = AnswerOf<typeof calls.getUserOperationsLog>;

interface LogQuestion {
  readonly logTable: RecordLane['logTable'];
  /** Seconds of the server's clock, themselves included. */
  readonly deletedFrom: number;
  readonly from?: PageCursor;
}

/** Reads what was deleted from a table, oldest first. */
export function readLog(
  { client, signal }: Pick<RunSettings<never>, 'client' | 'signal'>,
  { logTable, deletedFrom, from }: LogQuestion,
): AsyncIterable<Page<LogEntry>> {
  return client.getUserOperationsLog.pages(
    { tableName: logTable, addedFrom: deletedFrom },
    { inBulk: true, ...given({ from, signal }) },
  );
}

/** What the entries say is gone, each record once. */
export function deletionsOf(entries: readonly LogEntry[], logTable: RecordLane['logTable']): Deletion[] {
  const times = new Map<number, number>();
  for (const entry of entries) if (entry.tableName === logTable) times.set(entry.itemID, entry.timestamp);
  return Array.from(times, ([id, deletedAt]) => ({ id, deletedAt }));
}
