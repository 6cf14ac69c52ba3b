import type { AnyCall } from '@erply-kit/schemas';

import type { Answer } from './answer.ts';
import type { BulkRequest } from './bulk/bulk-request.ts';
import { answerOf } from './call.ts';
import { withinLifetime } from './call-lifetime.ts';
import type {
  CallInput,
  CallName,
  CallRecord,
  CsvCallName,
  PagedCallName,
  PagesInput,
} from './call-types.ts';
import type { CallOptions } from './client-options.ts';
import type { Context } from './context.ts';
import { csvRows } from './csv/csv-rows.ts';
import { type AnyRecord, planFlight } from './flight.ts';
import type { Page, PageOptions } from './paging/page.ts';
import { collect, readPages, recordsOf } from './paging/pages.ts';

/** The input, which may be left out where nothing in it is needed. */
type InputArgument<TInput> = Record<never, never> extends TInput ? [input?: TInput] : [input: TInput];

/** A call as a method of the client, with all that its definition lets it do. */
export type CallMethod<TName extends CallName> = CallVerbs<TName> &
  (TName extends PagedCallName ? PagedVerbs<TName> : unknown) &
  (TName extends CsvCallName ? CsvVerbs<TName> : unknown);

/** What every call can do: be made, or be kept as a value. */
export interface CallVerbs<TName extends CallName> {
  // No text here: editors would show it in place of the definition's.
  (...args: [...InputArgument<CallInput<TName>>, options?: CallOptions]): Promise<Answer<CallRecord<TName>>>;
  /** The call as a value, for `client.bulk`. */
  request(...args: InputArgument<CallInput<TName>>): BulkRequest<TName>;
}

/** What a call with pages can do beside. */
export interface PagedVerbs<TName extends PagedCallName> {
  /**
   * Reads page by page, in an order that changes do not disturb, at full page size. The last page, and only that one,
   * has no `next`.
   */
  pages(
    ...args: [...InputArgument<PagesInput<TName>>, options?: PageOptions]
  ): AsyncIterable<Page<CallRecord<TName>>>;
  /** Reads the records of all pages, one by one. */
  all(
    ...args: [...InputArgument<PagesInput<TName>>, options?: PageOptions]
  ): AsyncIterable<CallRecord<TName>>;
  /** Reads all records into an array; throws when they are more than `limit`. */
  collect(
    input: PagesInput<TName>,
    options: PageOptions & { readonly limit: number },
  ): Promise<CallRecord<TName>[]>;
}

/** What a call that can answer with a CSV file can do beside. */
export interface CsvVerbs<TName extends CsvCallName> {
  /**
   * Streams the answer from a file, row by row: for answers too big to be one piece of JSON. Throws at the end when
   * the file has not come whole, so count nothing as read before the loop has ended.
   */
  csv(...args: [...InputArgument<CallInput<TName>>, options?: CallOptions]): AsyncIterable<CallRecord<TName>>;
}

/** Makes the method of one call. What it can do follows from the definition. */
export function createCallMethod(call: AnyCall, context: Context): unknown {
  const method = (input: AnyRecord = {}, options: CallOptions = {}) =>
    withinLifetime(context, options, (lifetime) =>
      answerOf(planFlight({ items: [{ call, input }], lifetime, unset: options.unset }), context),
    );
  const request = (input: AnyRecord = {}) => ({ name: call.name, call, input });
  const pages = (input: AnyRecord = {}, options: PageOptions = {}) =>
    readPages(call, { input, options }, context);
  const paged = {
    pages,
    all: (input?: AnyRecord, options?: PageOptions) => recordsOf(pages(input, options)),
    async collect(input: AnyRecord, options: PageOptions & { readonly limit: number }) {
      return collect(call, pages(input, options), options.limit);
    },
  };
  const csv = (input: AnyRecord = {}, options: CallOptions = {}) =>
    csvRows(call, { input, options }, context);
  Object.defineProperty(method, 'name', { value: call.name });
  return Object.assign(method, { request }, call.paging ? paged : {}, call.csv ? { csv } : {});
}
