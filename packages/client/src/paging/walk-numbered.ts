import type { AnyRecord } from '../answer.ts';
import { Failure } from '../errors/failure.ts';
import { type FetchPage, isLastPage } from './fetch-page.ts';
import type { Page } from './page.ts';
import type { PagingPlan } from './plan.ts';

/** Pages in a row that may bring nothing new before the server is taken to be wrong. */
const maxStalls = 3;

/**
 * Reads pages by number, where a call has no offset. Rows that vanish behind the cursor can hide others from it, so
 * this is for calls whose rows stay, such as logs.
 */
export async function* walkNumbered(plan: PagingPlan, fetch: FetchPage): AsyncGenerator<Page<AnyRecord>> {
  let offset = plan.from?.offset ?? 0;
  let size = plan.pageSize;
  let stalls = 0;
  let firstBefore: AnyRecord | undefined;

  for (;;) {
    const start = offset - (offset % size);
    const page = await fetch({ start, size, isProbe: stalls > 0 });
    const isLast = isLastPage(page);
    const [first] = page.records;
    if (first && firstBefore && stalls === 0 && isSameRow(first, firstBefore))
      throw new Failure('a page begins as the one before: the server does not keep to pageNo', {
        kind: 'response',
        recovery: 'none',
      });
    firstBefore = first;
    const records = page.records.slice(offset - start);
    // The server has a cap of its own, and counts its pages by that.
    if (!isLast && start === 0 && page.records.length > 0) size = page.records.length;
    stalls = records.length > 0 ? 0 : stalls + 1;
    if (stalls > maxStalls) {
      throw new Failure('more rows are announced than come', { kind: 'response', recovery: 'backOff' });
    }
    offset += records.length;
    if (records.length === 0 && !isLast) continue;
    yield { records, status: page.status, ...(isLast ? {} : { next: { offset } }) };
    if (isLast) return;
  }
}

/** Whether two rows are one, by their own fields: what is nested in them may be as deep as the server likes. */
function isSameRow(row: AnyRecord, other: AnyRecord): boolean {
  const names = Object.keys(row);
  const isNested = (value: unknown) => typeof value === 'object' && value !== null;
  return (
    names.length === Object.keys(other).length &&
    names.every((name) => row[name] === other[name] || (isNested(row[name]) && isNested(other[name])))
  );
}
