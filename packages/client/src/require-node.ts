import { unsupportedNode } from '@erply-kit/schemas/unsupported-node';

import { ErplyError } from './errors/erply-error.ts';

// Imported before undici, which fails while it is loaded by a Node that is too old, in words that help nobody. So there
// is never a client on one.
const problem = unsupportedNode();
if (problem !== undefined) throw new ErplyError(`@erply-kit/client: ${problem}.`, { kind: 'usage' });
