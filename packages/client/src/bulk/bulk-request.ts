import type { AnyCall } from '@erply-kit/schemas';

import type { Answer, UnknownRecord } from '../answer.ts';
import type { CallName, CallRecord } from '../call-types.ts';
import type { ErplyError } from '../errors/erply-error.ts';

/** A call as a value, for `client.bulk`. */
export interface BulkRequest<TName extends string = CallName> {
  readonly name: TName;
  readonly call: AnyCall;
  readonly input: Readonly<Record<string, unknown>>;
}

/** What became of one call of a bulk request. */
export type BulkResult<TRecord> =
  | { readonly ok: true; readonly answer: Answer<TRecord> }
  | { readonly ok: false; readonly error: ErplyError };

/** The results in the order of the requests. */
export type BulkResults<TRequests extends readonly BulkRequest<string>[]> = {
  -readonly [K in keyof TRequests]: TRequests[K] extends BulkRequest<infer TName>
    ? BulkResult<TName extends CallName ? CallRecord<TName> : UnknownRecord>
    : never;
};
