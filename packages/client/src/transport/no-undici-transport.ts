import { ErplyError } from '../errors/erply-error.ts';
import type { Transport } from './transport.ts';
import type { UndiciTransportOptions } from './undici-transport-options.ts';

/** Instead of the real one wherever undici does not work. */
export function createUndiciTransport(_options?: UndiciTransportOptions): Transport {
  throw new ErplyError('createUndiciTransport: undici works in Node only; use createFetchTransport().', {
    kind: 'usage',
  });
}
