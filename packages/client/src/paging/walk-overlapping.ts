import type { AnyRecord } from '../answer.ts';
import { Failure } from '../errors/failure.ts';
import { type FetchedPage, type FetchPage, isLastPage } from './fetch-page.ts';
import { countFruitlessPages } from './fruitless-pages.ts';
import type { Page } from './page.ts';
import type { PagingPlan } from './plan.ts';

/** Pages in a row that may bring nothing new before the server is taken to be wrong. */
const maxStalls = 3;

/**
 * Reads rows in the order of their key, each page beginning with the last row of the page before.
 *
 * A row that is deleted behind the cursor moves all later rows one position to the front, over the border between two
 * pages: without the overlap, one of them would be missed for good. With it, the page begins behind the last row seen,
 * and the read steps back, 1, 2, 4 … rows, until a page begins at or before that row. Then every row after it that
 * still exists is on this page or a later one.
 */
export async function* walkOverlapping(plan: PagingPlan, fetch: FetchPage): AsyncGenerator<Page<AnyRecord>> {
  let offset = plan.from?.offset ?? 0;
  let lastKey = plan.from?.lastKey ?? Number.NEGATIVE_INFINITY;
  let stepBack = 0;
  let stalls = 0;
  let before: PageSpan | undefined;
  const fruitless = countFruitlessPages(offset);

  for (;;) {
    const start = Math.max(0, offset - plan.overlap - stepBack);
    const page = await fetch({ start, size: plan.pageSize, isProbe: stepBack > 0 });
    const span = measurePage(page, plan);
    // An empty page does not fit either: rows may have moved to before it.
    if (start > 0 && !(span.firstKey <= lastKey)) {
      fruitless.note(span.keys.length);
      stepBack = Math.max(1, stepBack * 2);
      continue;
    }
    const fresh = span.keys.findIndex((key) => key > lastKey);
    const records = fresh < 0 ? [] : page.records.slice(fresh);
    const end = start + span.keys.length;
    const isLast = isLastPage(page);
    if (stepBack === 0) {
      if (isSameSpan(before, span)) throw createNonsenseFailure('the same rows came for different offsets');
      stalls = records.length > 0 || end > offset ? 0 : stalls + 1;
      if (stalls > maxStalls) throw createNonsenseFailure('more rows are announced than come');
    }
    before = span;
    stepBack = 0;
    offset = end;
    lastKey = Math.max(lastKey, span.lastKey);
    if (records.length > 0) fruitless.restart(end);
    else fruitless.note(span.keys.length);
    if (records.length === 0 && !isLast) continue;
    yield { records, status: page.status, ...(isLast ? {} : { next: { offset, lastKey } }) };
    if (isLast) return;
  }
}

interface PageSpan {
  readonly start: number;
  readonly keys: readonly number[];
  /** Infinity of an empty page. */
  readonly firstKey: number;
  /** Minus infinity of an empty page. */
  readonly lastKey: number;
}

/** The keys of a page, which must be numbers that grow: otherwise the server has not kept to the order asked for. */
function measurePage(page: FetchedPage, plan: PagingPlan): PageSpan {
  const keys = page.records.map((record) => record[plan.key ?? ''] as number);
  for (const [index, key] of keys.entries()) {
    const previous = keys[index - 1] ?? Number.NEGATIVE_INFINITY;
    if (!(key > previous)) throw createNonsenseFailure(`rows are not in the order of ${plan.key}`);
  }
  const { start } = page;
  return {
    start,
    keys,
    firstKey: keys[0] ?? Number.POSITIVE_INFINITY,
    lastKey: keys.at(-1) ?? Number.NEGATIVE_INFINITY,
  };
}

/** A server that ignores the offset gives the same page for ever. */
function isSameSpan(before: PageSpan | undefined, span: PageSpan): boolean {
  return (
    before !== undefined &&
    before.start !== span.start &&
    span.keys.length > 1 &&
    before.keys.length === span.keys.length &&
    before.firstKey === span.firstKey &&
    before.lastKey === span.lastKey
  );
}

function createNonsenseFailure(message: string): Failure {
  return new Failure(message, { kind: 'response', recovery: 'backOff' });
}
