import type { Status } from '@erply-kit/schemas';

import type { AnyRecord } from '../answer.ts';
import { Failure } from '../errors/failure.ts';

/** The rows from one offset on, as the server had them at one moment. */
export interface FetchedPage {
  readonly start: number;
  /** Rows asked for; the server may give fewer. */
  readonly size: number;
  readonly records: AnyRecord[];
  readonly status: Status;
}

/** Fetches the rows from `start` on. A probe looks for the position to go on at: nothing is to be fetched ahead. */
export type FetchPage = (wanted: {
  readonly start: number;
  readonly size: number;
  readonly isProbe: boolean;
}) => Promise<FetchedPage>;

/**
 * Whether a page is the last one: it is short, and its own answer announces no rows after it. A short page alone proves
 * nothing, the server may have a cap of its own; nor does a total alone, it is counted apart from the rows.
 */
export function isLastPage(page: FetchedPage): boolean {
  const { recordsTotal = 0 } = page.status;
  if (!Number.isSafeInteger(recordsTotal) || recordsTotal < 0)
    throw new Failure('the number of all rows is not a number', { kind: 'response', recovery: 'none' });
  return page.records.length < page.size && page.start + page.records.length >= recordsTotal;
}
