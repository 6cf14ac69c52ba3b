import { join } from 'node:path';

import type { Peer } from './peer.ts';
import { writeState } from './products.ts';

/** Its command with the products as `db.json`, and the paging that it has. */
export const jsonServer: Peer = {
  name: 'json-server',
  package: 'json-server@1.0.0-beta.15',
  request: { method: 'GET', path: '/products?_page={page}&_per_page=100' },
  write: writeState,
  args: ({ folder, file, port }) => [
    '--import',
    join(folder, 'programs/loopback-only.js'),
    join(folder, 'node_modules/json-server/lib/bin.js'),
    '--port',
    String(port),
    file,
  ],
  productsOf: (answer) => (answer as { data: unknown }).data,
};
