import type { AnyCall } from '@erply-kit/schemas';

import type { AnyRecord } from '../answer.ts';
import type { Context } from '../context.ts';
import { toErplyError } from '../errors/to-erply-error.ts';
import { createMisuseError } from '../options/misuse.ts';
import { fetchBulkPages } from './fetch-bulk-pages.ts';
import { fetchSinglePages } from './fetch-single-pages.ts';
import type { Page, PageOptions } from './page.ts';
import { type PagingPlan, planPaging } from './plan.ts';
import { walkNumbered } from './walk-numbered.ts';
import { walkOverlapping } from './walk-overlapping.ts';

/** Reads a call page by page. Nothing is fetched before it is asked for; wrong usage throws at once. */
export function readPages(
  call: AnyCall,
  request: { readonly input: AnyRecord; readonly options: PageOptions },
  context: Context,
): AsyncGenerator<Page<AnyRecord>> {
  return walk(planPaging(call, request.input, request.options), request.options, context);
}

async function* walk(
  plan: PagingPlan,
  options: PageOptions,
  context: Context,
): AsyncGenerator<Page<AnyRecord>> {
  const fetch = (options.inBulk ? fetchBulkPages : fetchSinglePages)(plan, options, context);
  try {
    yield* plan.overlap === 1 ? walkOverlapping(plan, fetch) : walkNumbered(plan, fetch);
  } catch (failure) {
    throw toErplyError(failure, { name: plan.call.name, isRead: true, attempt: 0 });
  }
}

/** The records of all pages, one by one. */
export async function* flattenPages(pages: AsyncIterable<Page<AnyRecord>>): AsyncGenerator<AnyRecord> {
  for await (const page of pages) yield* page.records;
}

/** All records in an array, if they are not more than `limit`. */
export async function collect(
  call: AnyCall,
  pages: AsyncIterable<Page<AnyRecord>>,
  limit: number,
): Promise<AnyRecord[]> {
  const records: AnyRecord[] = [];
  for await (const page of pages) {
    // One by one: a page may have more rows than a function takes arguments.
    for (const record of page.records) records.push(record);
    if (records.length > limit) {
      throw createMisuseError(
        { name: call.name, call: call.name },
        `more than ${limit} records; raise the limit, or read them with all()`,
      );
    }
  }
  return records;
}
