import { isProgrammingError } from './errors/programming-error.ts';
import { scrubCause } from './errors/scrub-cause.ts';

/** What a client reports about its work. Never secrets, bodies or personal data. */
export type ClientEvent =
  | RequestEvent
  /** A request is repeated after a pause. */
  | {
      readonly kind: 'retry';
      readonly call: string;
      /** The attempt that failed, counted from 1. */
      readonly attempt: number;
      readonly reason: string;
      readonly delayMs: number;
    }
  /** A new session. */
  | { readonly kind: 'login'; readonly sessionSeconds: number }
  /** The session store failed. It costs a login, never a call. */
  | { readonly kind: 'sessionStore'; readonly operation: 'get' | 'set' | 'delete'; readonly reason: string }
  /** A call waits for the turn of the server's hour. */
  | { readonly kind: 'quotaWait'; readonly call: string; readonly delayMs: number; readonly resumesAt: Date }
  /** A field of an answer is not what the definition says. Reported once for each path. */
  | { readonly kind: 'drift'; readonly call: string; readonly path: string };

/** A request was answered, or failed. */
export interface RequestEvent {
  readonly kind: 'request';
  /** The call's name, or `bulk`. */
  readonly call: string;
  /** Calls inside; 1 unless it is a bulk request. */
  readonly calls: number;
  readonly attempt: number;
  readonly durationMs: number;
  readonly costUnits: number;
  /** Bytes of the answer's body. */
  readonly bytes: number;
  /** HTTP status; absent without an answer. */
  readonly httpStatus?: number;
  /** Erply's error code; 0 when all went well, absent without an answer of Erply's. */
  readonly code?: number;
  /** The inputs that the call's definition allows in logs; absent for a bulk request. */
  readonly input?: Readonly<Record<string, string>>;
}

/**
 * Gives events to the observer. It breaks no call, whatever it throws or rejects with: a broken log must not lose an
 * answer. That it is broken is reported once.
 */
export function createEmitter(
  observe: ((event: ClientEvent) => unknown) | undefined,
  warn: (message: string) => void,
): (event: ClientEvent) => void {
  let hasFailed = false;
  const onFailure = (error: unknown) => {
    if (hasFailed) return;
    hasFailed = true;
    const reason = isProgrammingError(error) ? `${error.name}: ${error.message}` : scrubCause(error).message;
    warn(`onEvent failed and may miss events (${reason})`);
  };
  return (event) => {
    try {
      const observed = observe?.(event);
      if (isThenable(observed)) observed.then(undefined, onFailure);
    } catch (error) {
      onFailure(error);
    }
  };
}

const isThenable = (value: unknown): value is PromiseLike<unknown> =>
  typeof (value as Partial<PromiseLike<unknown>> | null | undefined)?.then === 'function';
