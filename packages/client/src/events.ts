/** What a client tells of its work. Never secrets, bodies or personal data. */
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
  /** A field of an answer is not what the definition says. Told once for each path. */
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

/** Gives events to the observer. What an observer throws is its own affair and breaks no call. */
export function createEmitter(observe: ((event: ClientEvent) => void) | undefined) {
  return (event: ClientEvent): void => {
    try {
      observe?.(event);
    } catch {
      // A broken log must not lose an answer.
    }
  };
}
