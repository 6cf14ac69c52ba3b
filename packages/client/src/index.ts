export type { Answer, UnknownRecord } from './answer.ts';
export type { BulkRequest, BulkResult, BulkResults } from './bulk/bulk-request.ts';
export type { CallByName } from './call-by-name.ts';
export type { CallMethod, CallVerbs, CsvVerbs, PagedVerbs } from './call-method.ts';
export type {
  CallInput,
  CallName,
  CallRecord,
  CsvCallName,
  PagedCallName,
  PagesInput,
} from './call-types.ts';
export type {
  CallOptions,
  ClientOptions,
  NamedCallOptions,
  RetryOptions,
  UnknownCallFacts,
  Validation,
} from './client-options.ts';
export { type CallMethods, createClient, type ErplyClient } from './create-client.ts';
export {
  type AllowingOption,
  ErplyError,
  type ErplyErrorFacts,
  type ErplyErrorKind,
  isErplyError,
} from './errors/erply-error.ts';
export type { ClientEvent, RequestEvent } from './events.ts';
export {
  createLimits,
  type Limits,
  type LimitsOptions,
  type Permit,
  type PermitRequest,
} from './limits/limits.ts';
export type { ServerTime } from './limits/server-clock.ts';
export type { CollectOptions, Page, PageCursor, PageOptions } from './paging/page.ts';
export { createMemorySessionStore, type SessionStore, type StoredSession } from './session/session-store.ts';
export { type Clock, systemClock } from './time/clock.ts';
export type { Wait } from './time/wait.ts';
export { createFetchTransport, type Fetch, type FetchTransportOptions } from './transport/fetch-transport.ts';
export type { Transport, TransportFile, TransportReply, TransportRequest } from './transport/transport.ts';
export { TransportError, type TransportFailure } from './transport/transport-error.ts';
export type { UndiciTransportOptions } from './transport/undici-transport-options.ts';
export type { UnknownInput, UnknownInputValue } from './unknown-call/unknown-input.ts';
export type { Usage } from './usage.ts';
export { createUndiciTransport } from '#platform';
