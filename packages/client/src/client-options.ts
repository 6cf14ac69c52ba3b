import type { ClientEvent } from './events.ts';
import type { Limits } from './limits/limits.ts';
import type { SessionStore } from './session/session-store.ts';
import type { Clock } from './time/clock.ts';
import type { Wait } from './time/wait.ts';
import type { Transport } from './transport/transport.ts';

/** What to do with records that are not what their definition says. */
export type Validation =
  /** The call fails, naming the paths. */
  | 'strict'
  /** The record is given with the field as it was sent, and the path is counted and reported once. */
  | 'warn'
  /** As `warn`, but nothing is counted or reported. */
  | 'off';

/** Repeats after failures that may pass. */
export interface RetryOptions {
  /** Requests made for one call at most. @default 5 */
  readonly attempts?: number;
  /** Upper bound of the first pause; it doubles each time, and the pause is random below it. @default 500 */
  readonly baseDelayMs?: number;
  /** Upper bound of any pause. @default 30000 */
  readonly maxDelayMs?: number;
}

export interface ClientOptions {
  /** The account, such as `100001`. */
  readonly clientCode: string;
  readonly username: string;
  /** The password, or a function that fetches it whenever a login is needed. */
  readonly password: string | (() => string | Promise<string>);
  /** Base address or that of `/api/` itself. @default `https://<clientCode>.erply.com/api/` */
  readonly url?: string;
  /** Lets the password go over plain http to another machine. @default false */
  readonly allowInsecure?: boolean;
  /** Hosts (`host` or `host:port`) that report files may come from, beside the API's own and `*.erply.com`. */
  readonly allowLinkHosts?: readonly string[];
  /** Seconds that a session is to last, from 1 to 86400. @default 3600, the server's own default */
  readonly sessionLengthSeconds?: number;
  /** Where sessions are kept; share one between processes to share a login. @default in memory */
  readonly sessionStore?: SessionStore;
  /** Share one between clients of one account or one address. @default limits of its own, see `createLimits` */
  readonly limits?: Limits;
  /** When the hour's quota is used up: wait for the turn of the server's hour, or fail with `retryAt`. @default 'wait' */
  readonly onQuota?: 'wait' | 'fail';
  /**
   * Units of the quota that this client may use in all, logins and repeats included. A request that would exceed them is
   * not sent: the call fails with kind `budget`.
   * @default no limit
   */
  readonly maxUnits?: number;
  readonly retry?: RetryOptions;
  /**
   * Milliseconds for one request to be answered in full; a bulk request has five times as long. One that gets no answer
   * in time is sent twice at most. @default 60000
   */
  readonly timeoutMs?: number;
  /**
   * Milliseconds that a report file may be waited for, all its pauses together, however slowly the program takes its
   * rows. It must also come at 10 kB a second on average. @default 3600000
   */
  readonly fileTimeoutMs?: number;
  /**
   * Bytes that an answer may have, four times as many for a bulk request; a larger one is an error of kind `response`
   * and is not read to its end. @default 67108864
   */
  readonly maxAnswerBytes?: number;
  /** Bytes that a report file may have; a larger one is an error of kind `response`. @default 2147483648 */
  readonly maxFileBytes?: number;
  /** @default 'warn' */
  readonly validation?: Validation;
  /** Bytes of answer that one bulk request may be expected to have. @default 8388608 */
  readonly bulkBytes?: number;
  /**
   * Form fields that one request may have. PHP's stock limit (`max_input_vars`), of which the server says nothing: what
   * comes after it is lost, so such a call is refused before it is sent. A call in a bulk request has no such limit.
   * Raise it for a server that is known to take more.
   * @default 1000
   */
  readonly maxFormFields?: number;
  /**
   * Called for requests, repeats, logins, waits and drift. What it throws breaks no call and is reported once, as a warning
   * of the process.
   */
  readonly onEvent?: (event: ClientEvent) => void;
  /** @default the machine's time */
  readonly clock?: Clock;
  /** A number from 0 to below 1. @default Math.random */
  readonly random?: () => number;
  /**
   * Makes the `temporaryUUID` that a save of a document or payment is sent with, so that it can be repeated: 1 to 128
   * letters, digits, dots and hyphens, never the same twice.
   * @default crypto.randomUUID
   */
  readonly newUUID?: () => string;
  /** @default by the clock's alarms */
  readonly wait?: Wait;
  /**
   * How requests are sent; see `createUndiciTransport` for proxies and own certificates, and `createFetchTransport`.
   * @default undici in Node; fetch in Bun, Deno, workers and browsers
   */
  readonly transport?: Transport;
}

/** Options of every call. */
export interface CallOptions {
  /** Ends the call, its waits included, with an error of kind `aborted`. */
  readonly signal?: AbortSignal;
  /** When the call must be over: a Date or milliseconds since 1970. A wait that would end later is not begun. */
  readonly deadline?: Date | number;
  /**
   * What to make of a field that an answer does not have, or of a decimal number that it has as `null` or an empty
   * text: `fill` gives what Erply sends for unset, such as 0; `keep` leaves it as it came. For programs to which an
   * amount that is missing is not an amount of 0; the types do not say so.
   * @default 'fill'
   */
  readonly unset?: 'fill' | 'keep';
}

/** What is known of a call that the schemas do not have. */
export interface UnknownCallFacts {
  /**
   * `'read'` for a call that changes nothing: then it is repeated after a lost answer, as reads are. A call of the
   * schemas has its own, which this cannot change.
   * @default 'write'
   */
  readonly effect?: 'read' | 'write' | undefined;
}

/** Options of a call by its name. */
export interface NamedCallOptions extends CallOptions, UnknownCallFacts {}
