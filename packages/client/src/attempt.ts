import type { Status } from '@erply-kit/schemas';

import type { AnyRecord } from './answer.ts';
import type { ApiRequest, RequestedCall } from './api-request.ts';
import type { ErplyError } from './errors/erply-error.ts';
import type { Permit } from './limits/limits.ts';
import type { TransportReply } from './transport/transport.ts';

/** What the server answered to one call, before the records are read. A refusal is one of a call in a bulk request. */
export type RawResult =
  | { readonly ok: true; readonly item: RequestedCall; readonly status: Status; readonly records: unknown }
  | { readonly ok: false; readonly error: ErplyError };

/**
 * One try of a request: a new object for each, so that nothing of a try that failed gets into the next. Its steps fill
 * it in, one after the other; what a step has not come to is absent.
 */
export interface Attempt {
  readonly request: ApiRequest;
  /** Which request to the server this is, when it is sent: 1 for the first. */
  readonly number: number;
  permit?: Permit;
  sessionKey?: string;
  /** When the request went out, by our clock. */
  sentAtMs?: number;
  /** The same by a clock that nobody sets. */
  sentMonotonicMs?: number;
  /** When its answer had come, or nothing more was waited for. */
  endedAtMs?: number;
  reply?: TransportReply;
  /** The answer's JSON. */
  document?: AnyRecord;
  /** Erply's error code of the whole answer. */
  code?: number;
  /** What was answered to each call, in their order. */
  results?: readonly RawResult[];
}
