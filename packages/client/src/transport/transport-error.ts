import { findErrorCode } from '../errors/scrub-cause.ts';

/** How far a request got. */
export type TransportFailure =
  /** Nothing of it was sent: no such host, nobody listening, no connection in time. */
  | 'notSent'
  /** It was sent, at least in part, and the answer did not come whole. */
  | 'lost'
  /** The other side is not who it should be, or speaks no TLS. Trying again does not help. */
  | 'untrusted'
  /** The answer is larger than it may be, so it was not read to its end. */
  | 'tooLarge';

/** A request that got no whole answer. */
export class TransportError extends Error {
  override readonly name = 'TransportError';
  readonly failure: TransportFailure;

  constructor(failure: TransportFailure, options?: ErrorOptions) {
    super(findErrorCode(options?.cause) ?? failure, options);
    this.failure = failure;
  }
}
