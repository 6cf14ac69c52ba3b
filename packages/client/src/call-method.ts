import type { AnyCall } from '@erply-kit/schemas';

import type { Answer, AnyRecord } from './answer.ts';
import { planRequest } from './api-request.ts';
import type { BulkRequest } from './bulk/bulk-request.ts';
import { runCall } from './call.ts';
import { runWithinLifetime } from './call-lifetime.ts';
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
import { readCsvRows } from './csv/read-csv-rows.ts';
import { callOptionRules, collectOptionRules, pageOptionRules } from './options/call-option-rules.ts';
import { checkCallOptions } from './options/check-call-options.ts';
import { checkInput } from './options/check-input.ts';
import type { Asked } from './options/misuse.ts';
import type { OptionRules } from './options/option-rule.ts';
import type { CollectOptions, Page, PageOptions } from './paging/page.ts';
import { collect, flattenPages, readPages } from './paging/pages.ts';
import { addRepeatKey } from './repeat/repeat-key.ts';

/** The input, which may be left out where nothing in it is needed. */
export type InputArgument<TInput> = Record<never, never> extends TInput ? [input?: TInput] : [input: TInput];

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
  collect(input: PagesInput<TName>, options: CollectOptions): Promise<CallRecord<TName>[]>;
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
  const check = createCheck(context);
  const method = async (input: AnyRecord = {}, options: CallOptions = {}) => {
    check(nameAsked(call), { input, options, rules: callOptionRules });
    return runWithinLifetime(context, options, async (lifetime) => {
      const items = [{ call, ...addRepeatKey(call, input, context.newUUID) }];
      const planned = planRequest({ items, lifetime, unset: options.unset });
      return (await runCall(planned, context)).answer;
    });
  };
  const request = (input: AnyRecord = {}) => {
    checkInput(nameAsked(call, 'request'), input);
    return { name: call.name, call, input };
  };
  Object.defineProperty(method, 'name', { value: call.name });
  return Object.assign(
    method,
    { request },
    call.paging ? createPagedVerbs(call, context) : {},
    call.csv ? createCsvVerbs(call, context) : {},
  );
}

function createPagedVerbs(call: AnyCall, context: Context) {
  const check = createCheck(context);
  const pages = (input: AnyRecord = {}, options: PageOptions = {}) => {
    check(nameAsked(call, 'pages'), { input, options, rules: pageOptionRules });
    return readPages(call, { input, options }, context);
  };
  return {
    pages,
    all(input: AnyRecord = {}, options: PageOptions = {}) {
      check(nameAsked(call, 'all'), { input, options, rules: pageOptionRules });
      return flattenPages(readPages(call, { input, options }, context));
    },
    async collect(input: AnyRecord = {}, options: Partial<CollectOptions> = {}) {
      check(nameAsked(call, 'collect'), { input, options, rules: collectOptionRules });
      return collect(call, readPages(call, { input, options }, context), (options as CollectOptions).limit);
    },
  };
}

function createCsvVerbs(call: AnyCall, context: Context) {
  const check = createCheck(context);
  return {
    csv(input: AnyRecord = {}, options: CallOptions = {}) {
      check(nameAsked(call, 'csv'), { input, options, rules: callOptionRules });
      return readCsvRows(call, { input, options }, context);
    },
  };
}

/** The call, or what is asked of it: `getProducts.pages`. */
function nameAsked({ name }: AnyCall, verb?: string): Asked {
  return { name: verb === undefined ? name : `${name}.${verb}`, call: name };
}

interface Arguments {
  readonly input: unknown;
  readonly options: CallOptions;
  readonly rules: OptionRules;
}

/** Checks the arguments of a method before anything is done with them. */
function createCheck({ clock }: Context) {
  return (asked: Asked, { input, options, rules }: Arguments): void => {
    checkInput(asked, input);
    checkCallOptions(asked, options, { rules, clock });
  };
}
