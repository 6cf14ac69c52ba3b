import { join } from 'node:path';

import type { Peer } from './peer.ts';
import { writeState } from './products.ts';

/** A custom emulator with the products as its state and a list route; its inspector stays off, as it is by default. */
export const emulate: Peer = {
  name: 'emulate',
  package: 'emulate@0.12.2',
  request: { method: 'GET', path: '/products?page={page}&limit=100' },
  write: writeState,
  args: ({ folder, file, port }) => [join(folder, 'programs/emulate-server.js'), file, String(port)],
  productsOf: (answer) => (answer as { products: unknown }).products,
};
