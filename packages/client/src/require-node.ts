import { unsupportedNode } from '@erply-kit/schemas/unsupported-node';

import { ErplyError } from './errors/erply-error.ts';

/** @throws ErplyError of kind `usage` on a Node that is too old, before something fails in words that help nobody. */
export function requireNode(): void {
  const problem = unsupportedNode();
  if (problem !== undefined) throw new ErplyError(`@erply-kit/client: ${problem}.`, { kind: 'usage' });
}
