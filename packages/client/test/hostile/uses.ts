import type { CallOptions, ErplyClient } from '../../src/index.ts';
import { person, rowCount, stockRows } from './good-server.ts';
import type { UseName } from './way.ts';

/** Asks something of a client, and throws when what it is given is not what a good server has. */
type Use = (client: ErplyClient, options: CallOptions & { readonly limit: number }) => Promise<void>;

export const uses: Readonly<Record<UseName, Use>> = {
  async read(client, { limit: _, ...options }) {
    const { records } = await client.getProducts({ recordsOnPage: 10 }, options);
    expectCount(records.length, 10);
  },
  async write(client, { limit: _, ...options }) {
    const { records } = await client.saveProduct({ productID: 7, name: person }, options);
    expectCount(records[0]?.productID, 7);
  },
  async list(client, options) {
    expectRows(await client.getProducts.collect({}, { ...options, pageSize: 50 }), 'productID');
  },
  async log(client, options) {
    expectRows(
      await client.getUserOperationsLog.collect({ tableName: 'products' }, { ...options, pageSize: 50 }),
      'logID',
    );
  },
  async bulk(client, { limit: _, ...options }) {
    const results = await client.bulk(
      [
        client.getProducts.request({ recordsOnPage: 10 }),
        client.saveProduct.request({ productID: 7, name: person }),
        client.getProducts.request({ recordsOnPage: 5 }),
      ],
      options,
    );
    for (const result of results) if (!result.ok) throw result.error;
    expectCount(results.length, 3);
  },
  async bulkList(client, options) {
    expectRows(await client.getProducts.collect({}, { ...options, pageSize: 50, inBulk: true }), 'productID');
  },
  async csv(client, { limit: _, ...options }) {
    let rows = 0;
    for await (const { productID } of client.getProductStock.csv({ warehouseID: 1 }, options)) {
      rows += 1;
      expectCount(productID, rows);
    }
    expectCount(rows, stockRows);
  },
};

function expectRows(records: readonly object[], key: string): void {
  expectCount(records.length, rowCount);
  for (const [index, record] of records.entries())
    expectCount((record as Record<string, unknown>)[key], index + 1);
}

function expectCount(found: unknown, wanted: number): void {
  if (found !== wanted) throw new SyntaxError(`${String(found)} instead of ${wanted}`);
}
