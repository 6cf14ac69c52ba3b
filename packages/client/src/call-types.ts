import type { AnswerOf, calls, InputOf } from '@erply-kit/schemas';

type Calls = typeof calls;

/** Name of a call: `'getProducts'`. */
export type CallName = keyof Calls;

/** Input of a call: `CallInput<'getProducts'>`. Lists may be readonly. */
export type CallInput<TName extends CallName> = {
  [K in keyof InputOf<Calls[TName]>]: ReadonlyList<InputOf<Calls[TName]>[K]>;
};

/** One record of a call's answer: `CallRecord<'getProducts'>`. `never` for a call that answers none. */
export type CallRecord<TName extends CallName> =
  AnswerOf<Calls[TName]> extends undefined ? never : AnswerOf<Calls[TName]>;

/** Names of calls that answer in pages: their inputs say so. */
export type PagedCallName = {
  [K in CallName]: ReturnType<Calls[K]['input']> extends { recordsOnPage: unknown } ? K : never;
}[CallName];

/** Input of a paged read: order, page size and page are set by the reading. */
export type PagesInput<TName extends PagedCallName> = Omit<
  CallInput<TName>,
  'pageNo' | 'recordsOnPage' | 'recordOffset' | 'orderBy' | 'orderByDir'
>;

/** Names of calls that can answer with a CSV file. */
export type CsvCallName = 'getProductStock';

/** A value with its list, if it is one, readonly. */
type ReadonlyList<TValue> = TValue extends readonly (infer TItem)[] ? readonly TItem[] : TValue;
