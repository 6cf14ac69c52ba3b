import type { Page } from '@erply-kit/client';

import type { LanePage } from '../lane.ts';
import { SyncError } from '../sync-error.ts';

interface PagedList<TRecord> {
  /** For messages. */
  readonly lane: string;
  idOf(record: TRecord): unknown;
  /** Begins to read, from the first page on. */
  pages(): AsyncIterable<Page<TRecord>>;
}

const maxReads = 3;

/**
 * Reads all pages of a call that has page numbers and no offset, as one page. A record that is deleted behind the
 * cursor moves another one over the edge of a page, where no page shows it: a full read would take that for gone. So
 * a list counts only when nothing came or went while it was read; otherwise it is read again.
 *
 * @throws SyncError when it came and went each time.
 */
export async function readSteadyList<TRecord extends { readonly added: number }>(
  list: PagedList<TRecord>,
): Promise<LanePage<TRecord>> {
  for (let reads = 0; reads < maxReads; reads += 1) {
    const pages: Page<TRecord>[] = [];
    for await (const page of list.pages()) pages.push(page);
    const [first, last] = [pages[0], pages.at(-1)];
    if (!first || !last) break;
    const records = pages.flatMap((page) => page.records);
    if (isSteady(pages, records, list.idOf)) return { records, status: first.status, latest: last.status };
  }
  throw new SyncError(
    'incomplete',
    list.lane,
    `records came or went while the list was read, ${maxReads} times; nothing was written`,
  );
}

/** Whether all answers announce as many records, as many came, none came twice, and none was added meanwhile. */
function isSteady<TRecord extends { readonly added: number }>(
  pages: readonly Page<TRecord>[],
  records: readonly TRecord[],
  idOf: (record: TRecord) => unknown,
): boolean {
  if (pages.length === 1) return true;
  const totals = new Set(pages.map(({ status }) => status.recordsTotal));
  const [total = 0] = totals;
  const ids = records.map(idOf).filter(Number.isSafeInteger);
  const beganAt = pages[0]?.status.requestUnixTime ?? Number.POSITIVE_INFINITY;
  return (
    totals.size === 1 &&
    records.length >= total &&
    new Set(ids).size === ids.length &&
    !records.some(({ added }) => added > beganAt)
  );
}
