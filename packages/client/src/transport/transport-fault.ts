import { Fault } from '../errors/fault.ts';
import { isProgrammingError } from '../errors/programming-error.ts';
import { scrubbedCause } from '../errors/scrubbed-cause.ts';
import { Interruption } from '../time/lifetime.ts';
import { TransportError } from './transport-error.ts';

/**
 * What a request that got no whole answer means for the retry rules. Throws on what says nothing of the request, see
 * `isProgrammingError`.
 */
export function transportFault(error: unknown): Fault {
  if (error instanceof Fault) return error;
  if (error instanceof Interruption) {
    const cure = error.kind === 'timeout' ? 'backOff' : 'none';
    return new Fault(error.message, { kind: error.kind, cure, isAmbiguous: true });
  }
  if (isProgrammingError(error)) throw error;
  const failure = error instanceof TransportError ? error.failure : 'lost';
  const cause = scrubbedCause(error instanceof TransportError ? (error.cause ?? error) : error);
  const facts = { kind: 'transport', cause } as const;
  switch (failure) {
    case 'notSent':
      return new Fault(`no connection (${cause.message})`, { ...facts, cure: 'backOff' });
    case 'untrusted':
      return new Fault(`no trusted connection (${cause.message})`, { ...facts, cure: 'none' });
    case 'tooLarge':
      return new Fault('the answer is larger than maxAnswerBytes allows', {
        kind: 'response',
        cure: 'none',
        isAmbiguous: true,
      });
    case 'lost':
      return new Fault(`the answer was lost (${cause.message})`, {
        ...facts,
        cure: 'backOff',
        isAmbiguous: true,
      });
  }
}
