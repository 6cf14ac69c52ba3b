import type { Page, PageCursor } from '@erply-kit/client';
import type { AnswerOf, calls } from '@erply-kit/schemas';

import type { LogTable } from './lane.ts';
import { assertEmptyIsMeant } from './lanes/records-total.ts';
import { omitUndefined } from './omit-undefined.ts';
import type { RunSettings } from './run-settings.ts';
import type { Deletion } from './sink.ts';
import { SyncError } from './sync-error.ts';

type LogEntry = AnswerOf<typeof calls.getUserOperationsLog>;

/** A page of the log, oldest entries first. */
export type LogPage = Page<LogEntry>;

interface LogQuestion {
  /** For messages: the lane that asks. */
  readonly lane: string;
  readonly table: LogTable;
  /** Seconds of the server's clock, themselves included. */
  readonly deletedFrom: number;
  readonly from?: PageCursor;
}

/**
 * Reads what was deleted from a table, oldest first.
 * @throws SyncError when an answer is empty and does not say that nothing is there.
 */
export async function* readLog(
  { client, signal }: Pick<RunSettings<never>, 'client' | 'signal'>,
  { lane, table, deletedFrom, from }: LogQuestion,
): AsyncGenerator<LogPage> {
  const pages = client.getUserOperationsLog.pages(
    { tableName: table, addedFrom: deletedFrom },
    { inBulk: true, unset: 'keep', ...omitUndefined({ from, signal }) },
  );
  for await (const page of pages) {
    assertEmptyIsMeant(page.status, lane, page.records.length);
    yield page;
  }
}

/**
 * What the entries say is gone, each record once.
 * @throws SyncError when an entry does not say what is gone, or when: the log would never say it again.
 */
export function deletionsOf(lane: string, entries: readonly LogEntry[], table: LogTable): Deletion[] {
  const times = new Map<number, number>();
  for (const entry of entries) {
    const missing = missingIn(entry);
    if (missing) throw new SyncError('unreadable', lane, `an entry of the operations log has no ${missing}`);
    if (entry.tableName === table) times.set(entry.itemID, entry.timestamp);
  }
  return Array.from(times, ([id, deletedAt]) => ({ id, deletedAt }));
}

function missingIn({ tableName, itemID, timestamp }: LogEntry): string | undefined {
  if (typeof tableName !== 'string' || tableName === '') return 'tableName';
  const numbers = Object.entries({ itemID, timestamp });
  return numbers.find(([, value]) => !Number.isSafeInteger(value) || value <= 0)?.[0];
}
