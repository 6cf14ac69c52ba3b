import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';

import type { Peer } from './peer.ts';
import { arrayOf, type Products } from './products.ts';

const route = '6f0c1f7e-0000-4000-8000-000000000001';
const bucket = 'prod';

/** Stands for the products until they are written in its place. */
const placeholder = '@products@';

/** A data file with one CRUD route on one data bucket; what it does not say gets the defaults of Mockoon. */
const environment = {
  uuid: '6f0c1f7e-0000-4000-8000-000000000002',
  // Of version 9.9.0: nothing has to be migrated.
  lastMigration: 33,
  name: 'Products',
  hostname: '127.0.0.1',
  rootChildren: [{ type: 'route', uuid: route }],
  routes: [
    {
      uuid: route,
      type: 'crud',
      documentation: '',
      method: '',
      endpoint: 'products',
      responses: [
        {
          uuid: '6f0c1f7e-0000-4000-8000-000000000003',
          bodyType: 'DATABUCKET',
          databucketID: bucket,
          default: true,
          crudKey: 'id',
        },
      ],
    },
  ],
  data: [
    {
      uuid: '6f0c1f7e-0000-4000-8000-000000000004',
      id: bucket,
      name: 'products',
      documentation: '',
      value: placeholder,
    },
  ],
};

/** A data bucket is a text of JSON within the JSON of the file. */
async function write(products: Products, records: number): Promise<string> {
  const file = `${products.file}.${records}.mockoon.json`;
  const [before = '', after = ''] = JSON.stringify(environment).split(placeholder);
  async function* text() {
    yield before;
    for await (const piece of arrayOf(products, records)) yield JSON.stringify(piece).slice(1, -1);
    yield after;
  }
  await pipeline(text, createWriteStream(file));
  return file;
}

/** Its command with a data bucket of the products and a CRUD route, whose list has paging; nothing is logged twice. */
export const mockoon: Peer = {
  name: 'mockoon',
  package: '@mockoon/cli@9.9.0',
  request: { method: 'GET', path: '/products?page={page}&limit=100' },
  write,
  args: ({ folder, file, port }) => [
    join(folder, 'node_modules/@mockoon/cli/bin/run.js'),
    'start',
    '--data',
    file,
    '--port',
    String(port),
    '--hostname',
    '127.0.0.1',
    '--disable-log-to-file',
    '--disable-admin-api',
    '--max-transaction-logs',
    '1',
  ],
  productsOf: (answer) => answer,
};
