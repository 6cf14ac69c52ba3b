import type { AllowingOption, ErplyErrorKind } from './erply-error.ts';

/** What may help against a failure. */
export type Recovery =
  /** Nothing: the caller gets it. */
  | 'none'
  /** One new login, then the same again. */
  | 'logIn'
  /** The next clock hour of the server. */
  | 'nextHour'
  /** Until the front end lets this address in again. */
  | 'addressPause'
  /** A pause that grows. */
  | 'backOff'
  /** As `backOff`, for trouble that lasts minutes. */
  | 'longBackOff';

interface FailureFacts {
  readonly kind: ErplyErrorKind;
  readonly recovery: Recovery;
  readonly code?: number;
  readonly errorField?: string | undefined;
  /** The server may have acted on the request, though we do not know. Such a write is not repeated. */
  readonly isAmbiguous?: boolean;
  /** Nothing is to be tried now, though the recovery may help the caller later. */
  readonly isFinal?: boolean;
  /** When it can go on, milliseconds since 1970. */
  readonly resumesAtMs?: number;
  /** The option of the client that would allow it, and what to do with it. */
  readonly allowedBy?: { readonly option: AllowingOption; readonly advice: string };
  readonly cause?: Error;
}

/**
 * Why a try failed, for the retry rules; `toErplyError` makes of it what the caller sees. Its message is the part of
 * the sentence after the name of the call.
 */
export class Failure extends Error {
  override readonly name = 'Failure';
  readonly facts: FailureFacts;

  constructor(message: string, facts: FailureFacts) {
    super(message);
    this.facts = facts;
  }
}
