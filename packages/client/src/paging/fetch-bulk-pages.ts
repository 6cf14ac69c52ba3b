import { limits } from '@erply-kit/schemas';

import { planRequest } from '../api-request.ts';
import { runRequest } from '../call.ts';
import { runWithinLifetime } from '../call-lifetime.ts';
import type { CallOptions } from '../client-options.ts';
import type { Context } from '../context.ts';
import type { FetchedPage, FetchPage } from './fetch-page.ts';
import type { PagingPlan } from './plan.ts';

/**
 * Fetches pages inside bulk requests: the first one alone, which says how many rows there are and how big they are,
 * then as many at once as `bulkBytes` allow. A page that is not where it was expected makes the rest useless.
 */
export function fetchBulkPages(plan: PagingPlan, options: CallOptions, context: Context): FetchPage {
  const ahead = new Map<string, FetchedPage>();
  const seen = { rows: 0, bytes: 0, total: 0, rowsPerPage: 0 };

  const startsFrom = (start: number, size: number): number[] => {
    if (seen.rows === 0) return [start];
    const step = Math.max(1, Math.min(size, seen.rowsPerPage) - plan.overlap);
    const fitting = Math.floor(context.settings.bulkBytes / ((seen.bytes / seen.rows) * size));
    const left = Math.ceil((seen.total - start - plan.overlap) / step);
    const count = Math.max(1, Math.min(fitting, left, limits.subRequestsPerBulk));
    return Array.from({ length: count }, (_, index) => start + index * step);
  };
  const note = (pages: readonly FetchedPage[], bytes: number) => {
    seen.bytes += bytes;
    for (const page of pages) {
      seen.rows += page.records.length;
      seen.rowsPerPage = Math.max(seen.rowsPerPage, page.records.length);
      seen.total = page.status.recordsTotal ?? 0;
    }
  };

  return async ({ start, size, isProbe }) => {
    const id = (at: number) => `${at} ${size}`;
    const known = ahead.get(id(start));
    ahead.delete(id(start));
    if (known) return known;
    ahead.clear();
    const starts = isProbe ? [start] : startsFrom(start, size);
    const { pages, bytes } = await fetchTogether({ plan, starts, size }, options, context);
    note(pages, bytes);
    const [first, ...rest] = pages;
    for (const page of rest) ahead.set(id(page.start), page);
    return first as FetchedPage;
  };
}

interface Wanted {
  readonly plan: PagingPlan;
  readonly starts: readonly number[];
  readonly size: number;
}

/** Up to the first page that failed; throws when that is the very first. */
async function fetchTogether({ plan, starts, size }: Wanted, options: CallOptions, context: Context) {
  const items = starts.map((start) => ({ call: plan.call, input: plan.inputAt(start, size) }));
  const { results, bytes } = await runWithinLifetime(context, options, (lifetime) =>
    runRequest(planRequest({ items, lifetime, unset: options.unset, isBulk: true }), context),
  );
  const pages: FetchedPage[] = [];
  for (const [index, result] of results.entries()) {
    if (!result.ok && index === 0) throw result.error;
    if (!result.ok) break;
    pages.push({ start: starts[index] ?? 0, size, ...result.answer });
  }
  return { pages, bytes };
}
