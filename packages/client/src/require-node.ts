import { unsupportedNode } from '@erply-kit/schemas/unsupported-node';

import { ErplyError } from './errors/erply-error.ts';

// The first module to run: on a Node that is too old, undici fails while it is loaded, in words that help nobody.
const problem = unsupportedNode();
if (problem !== undefined) throw new ErplyError(`@erply-kit/client: ${problem}.`, { kind: 'usage' });
