import { Failure } from '../errors/failure.ts';
import { isProgrammingError } from '../errors/programming-error.ts';
import { scrubCause } from '../errors/scrub-cause.ts';
import { Interruption } from '../time/lifetime.ts';
import { TransportError } from './transport-error.ts';

/**
 * What a request that got no whole answer means for the retry rules. Throws on what says nothing of the request, see
 * `isProgrammingError`.
 */
export function interpretTransportError(error: unknown): Failure {
  if (error instanceof Failure) return error;
  if (error instanceof Interruption) {
    const recovery = error.kind === 'timeout' ? 'backOff' : 'none';
    return new Failure(error.message, { kind: error.kind, recovery, isAmbiguous: true });
  }
  if (isProgrammingError(error)) throw error;
  const failure = error instanceof TransportError ? error.failure : 'lost';
  const cause = scrubCause(error instanceof TransportError ? (error.cause ?? error) : error);
  const facts = { kind: 'transport', cause } as const;
  switch (failure) {
    case 'notSent':
      return new Failure(`no connection (${cause.message})`, { ...facts, recovery: 'backOff' });
    case 'untrusted':
      return new Failure(`no trusted connection (${cause.message})`, { ...facts, recovery: 'none' });
    case 'tooLarge':
      return new Failure('the answer is larger than maxAnswerBytes allows', {
        kind: 'response',
        recovery: 'none',
        isAmbiguous: true,
      });
    case 'lost':
      return new Failure(`the answer was lost (${cause.message})`, {
        ...facts,
        recovery: 'backOff',
        isAmbiguous: true,
      });
  }
}
