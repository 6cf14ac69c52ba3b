/** What sort of trouble it is. Switch on it, and on `retryable`; never on the message. */
export type ErplyErrorKind =
  /** Erply refused the call: see `code` and `errorField`. */
  | 'api'
  /** The hour's quota is used up: see `retryAt`. */
  | 'quota'
  /** It would use more units than `maxUnits` allows: it was not sent. */
  | 'budget'
  /** The session was refused again right after a new login. */
  | 'session'
  /** User name or password were refused. Not asked again: five wrong tries lock the user. */
  | 'credentials'
  /** No answer: connection, DNS, TLS, or an HTTP status that is none of Erply's. */
  | 'transport'
  /** No answer in time, or the deadline passed. */
  | 'timeout'
  /** The caller's signal, or `close()`. */
  | 'aborted'
  /** An answer that makes no sense, or records that do not fit with `validation: 'strict'`. */
  | 'response'
  /** The program asks for something that cannot be. */
  | 'usage'
  /** A file ended before its end. */
  | 'incomplete'
  /** A write was saved, or may have been, and nothing says as which record: look before you repeat it. */
  | 'ambiguous'
  /** An earlier call of the program with the same `temporaryUUID` has made the record; this one did nothing. */
  | 'duplicate';

/** The options of `createClient` that allow what is refused without them. */
export type AllowingOption = 'allowInsecure' | 'allowLinkHosts';

/** What an error knows beside its message. */
export interface ErplyErrorFacts {
  readonly kind: ErplyErrorKind;
  readonly call?: string | undefined;
  readonly code?: number | undefined;
  readonly errorField?: string | undefined;
  readonly attempt?: number;
  readonly retryable?: boolean;
  readonly retryAt?: Date | undefined;
  readonly mayHaveBeenApplied?: boolean;
  readonly temporaryUUID?: string | undefined;
  readonly option?: AllowingOption | undefined;
  readonly problem?: string | undefined;
  readonly cause?: Error | undefined;
}

const brand = Symbol.for('@erply-kit/client/ErplyError');

/**
 * The one class of errors. It is safe to print and to keep: it never holds parameters, bodies, keys or personal
 * data.
 */
export class ErplyError extends Error {
  override readonly name = 'ErplyError';
  readonly kind: ErplyErrorKind;
  /** Erply's name of the call, or `bulk`. */
  declare readonly call?: string;
  /** Erply's number, such as 1002. */
  declare readonly code?: number;
  /** The parameter that Erply did not like. */
  declare readonly errorField?: string;
  /** Requests made before giving up; 0 when none was sent. */
  readonly attempt: number;
  /** The same call may succeed later, unchanged. */
  readonly retryable: boolean;
  /** When it may, if that is known. */
  declare readonly retryAt?: Date;
  /** A write whose answer was lost: look before you repeat it. */
  readonly mayHaveBeenApplied: boolean;
  /**
   * With `mayHaveBeenApplied`: the key that this client has sent with a save. The same call with it saves at most once
   * for a day; where the program has sent one itself, that one does.
   */
  declare readonly temporaryUUID?: string;
  /** The option of `createClient` that would allow what was refused. */
  declare readonly option?: AllowingOption;
  /**
   * With `option`: the message without the advice to set it and without the full stop. A program that calls the option
   * otherwise, on a command line say, adds its own.
   */
  declare readonly problem?: string;

  constructor(message: string, facts: ErplyErrorFacts) {
    super(message, facts.cause === undefined ? undefined : { cause: facts.cause });
    this.kind = facts.kind;
    if (facts.call !== undefined) this.call = facts.call;
    if (facts.code !== undefined) this.code = facts.code;
    if (facts.errorField !== undefined) this.errorField = facts.errorField;
    this.attempt = facts.attempt ?? 0;
    this.retryable = facts.retryable ?? false;
    if (facts.retryAt !== undefined) this.retryAt = facts.retryAt;
    this.mayHaveBeenApplied = facts.mayHaveBeenApplied ?? false;
    if (facts.temporaryUUID !== undefined) this.temporaryUUID = facts.temporaryUUID;
    if (facts.option !== undefined) this.option = facts.option;
    if (facts.problem !== undefined) this.problem = facts.problem;
    Object.defineProperty(this, brand, { value: true });
  }

  /** For loggers that print JSON: what `console.log` shows, without the stack. */
  toJSON(): Record<string, unknown> {
    return Object.assign<Record<string, unknown>, object>({ message: this.message }, this);
  }
}

/** Whether a value is an `ErplyError`, also one of another copy of this package. */
export function isErplyError(value: unknown): value is ErplyError {
  return typeof value === 'object' && value !== null && brand in value;
}
