import { expect, it } from 'vitest';

import { createMock } from '@erply-kit/mock';

import { createClient, type PageOptions } from '../src/index.ts';
import { createFakeTime } from './fake-time.ts';
import { inProcessTransport } from './in-process-transport.ts';
import { credentials } from './open-client.ts';
import { propertyScale } from './property-scale.ts';
import { createRandom } from './random.ts';

const rows = 5000;
/** One of each kind at least. */
const crawls = propertyScale === 1 ? 2 : 5 * propertyScale;
const mock = createMock({ seed: 1, products: rows, quota: 1e9 });

it(`misses no product that survives, with products deleted behind the cursor, in ${crawls} seeded crawls`, async () => {
  for (let seed = 1; seed <= crawls; seed += 1) await crawl(seed);
});

/**
 * Reads 5,000 products while another user deletes some that were read already, after any request. By turns the pages
 * come in single requests, and several to a bulk request, but not all of them: rows are to be deleted in between.
 */
async function crawl(seed: number): Promise<void> {
  const random = createRandom(seed);
  const options: PageOptions = { pageSize: 200, inBulk: seed % 2 === 0 };
  const clientCode = `crawl-${seed}`;
  const account = mock.account(clientCode);
  const products = account.data('products');
  const alive = new Set(Array.from({ length: rows }, (_, index) => index + 1));
  const read: number[] = [];

  const deleteSome = () => {
    // A bulk request counts as several pages.
    if (!options.inBulk && random.below(3) > 0) return;
    for (let count = random.below(12); count > 0; count -= 1) {
      const id = read[random.below(read.length)];
      if (id !== undefined && alive.delete(id)) products.remove(id);
    }
  };
  const { clock, jump } = createFakeTime();
  await using client = createClient({
    ...credentials,
    clientCode,
    url: 'http://localhost',
    clock,
    wait: jump,
    bulkBytes: 20_000,
    transport: inProcessTransport(mock, deleteSome),
  });
  for await (const product of client.getProducts.all({ getFields: ['productID'] }, options))
    read.push(product.productID);
  account.forget();

  const found = new Set(read);
  const missed = [...alive].filter((id) => !found.has(id));
  expect(alive.size, `seed ${seed}: nothing was deleted`).toBeLessThan(rows);
  expect(missed, `seed ${seed}`).toEqual([]);
  expect(read.length, `seed ${seed}: products came twice`).toBe(found.size);
}
