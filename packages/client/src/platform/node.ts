import { Failure } from '../errors/failure.ts';
import { scrubCause } from '../errors/scrub-cause.ts';
import { requireNode } from '../require-node.ts';
import { deferTransport } from '../transport/defer-transport.ts';
import { createFetchTransport } from '../transport/fetch-transport.ts';
import type { Transport } from '../transport/transport.ts';
import { checkUndiciOptions, type UndiciTransportOptions } from '../transport/undici-transport-options.ts';

export { readRows } from '../csv/read-rows.ts';

/** At the first request: undici takes as long to load as all the rest, and not every bundle can. */
const loadUndici = () => import('../transport/undici-transport.ts');

/** undici; where it cannot be loaded, as in an ES module that esbuild made, the fetch of Node, which is undici too. */
export function createDefaultTransport(): Transport {
  return deferTransport(() =>
    loadUndici().then(
      (undici) => undici.createUndiciTransport(),
      () => createFetchTransport(),
    ),
  );
}

/**
 * Sends requests with undici: the default in Node.
 * @throws ErplyError of kind `usage` when an option is unknown or of a wrong type.
 */
export function createUndiciTransport(options: UndiciTransportOptions = {}): Transport {
  requireNode();
  checkUndiciOptions(options);
  return deferTransport(async () => {
    const undici = await loadUndici().catch((error: unknown) => {
      const cause = scrubCause(error);
      throw new Failure(`undici cannot be loaded (${cause.message}); use createFetchTransport()`, {
        kind: 'usage',
        recovery: 'none',
        cause,
      });
    });
    return undici.createUndiciTransport(options);
  });
}
