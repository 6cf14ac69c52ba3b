import type { LanePage, RecordLane, SyncClient } from './lane.ts';
import { omitUndefined } from './omit-undefined.ts';

interface Asking {
  readonly client: SyncClient;
  readonly signal?: AbortSignal;
}

/** Records that were asked for by their IDs, and came. */
export interface RecordsByID {
  /** What was asked for with this answer. */
  readonly ids: readonly number[];
  readonly records: readonly unknown[];
  /** The last answer. */
  readonly status: LanePage<unknown>['status'];
}

/** Reads the records of these IDs as the account has them now, so many at once as the call takes. */
export async function* readByIDs(
  lane: RecordLane,
  { client, signal }: Asking,
  ids: readonly number[],
): AsyncGenerator<RecordsByID> {
  const { idsPerRead } = lane;
  if (ids.length === 0) return;
  // A list without IDs in its call is short, and read whole.
  for (const some of idsPerRead === undefined ? [ids] : chunksOf(ids, idsPerRead)) {
    const wanted = new Set<unknown>(some);
    const records: unknown[] = [];
    const asked = idsPerRead === undefined ? {} : { ids: some };
    for await (const page of lane.read(client, { ...asked, ...omitUndefined({ signal }) })) {
      for (const record of page.records) if (wanted.has(lane.idOf(record))) records.push(record);
      if (!page.next) yield { ids: some, records, status: page.latest ?? page.status };
    }
  }
}

/** A list in pieces of at most so many. */
export function chunksOf<TItem>(items: readonly TItem[], size: number): TItem[][] {
  const count = Math.ceil(items.length / size);
  return Array.from({ length: count }, (_, index) => items.slice(index * size, (index + 1) * size));
}
