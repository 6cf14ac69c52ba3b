import fc from 'fast-check';
import { expect, it } from 'vitest';

import { createMock } from '@erply-kit/mock';
import { propertyRun, propertyScale, type Random, randomOf } from '@erply-kit/tooling/property';

import { createClient, type PageOptions } from '../src/index.ts';
import { createFakeTime } from './fake-time.ts';
import { inProcessTransport } from './in-process-transport.ts';
import { credentials } from './open-client.ts';

/** A fifth of the products of `pnpm test:deep`, on as many pages. */
const pageSize = propertyScale > 1 ? 200 : 40;
const rows = 25 * pageSize;
/** What some six pages of so many products take. */
const bulkBytes = 100 * pageSize;
const mock = createMock({ seed: 1, products: rows, quota: 1e9 });

it.each([
  ['in single requests', false],
  ['several to a bulk request', true],
])(
  'misses no product that survives, with products deleted behind the cursor, pages %s',
  async (_, inBulk) => {
    let deleted = 0;
    const crawls = fc.asyncProperty(fc.gen(), async (gen) => {
      deleted += await crawl(randomOf(gen), inBulk);
    });
    await fc.assert(crawls, propertyRun(propertyScale > 1 ? 2.5 : 1));
    expect(deleted).toBeGreaterThan(0);
  },
);

/**
 * Reads all products while another user deletes some that were read already, after any request. No bulk request holds
 * all pages: rows are to be deleted in between. Gives back how many were.
 */
async function crawl(random: Random, inBulk: boolean): Promise<number> {
  const options: PageOptions = { pageSize, inBulk };
  const clientCode = 'crawl';
  mock.account(clientCode).forget();
  const account = mock.account(clientCode);
  const products = account.data('products');
  const alive = new Set(Array.from({ length: rows }, (_, index) => index + 1));
  const read: number[] = [];

  const deleteSome = () => {
    // A bulk request counts as several pages.
    if (!inBulk && random.whole(0, 2) > 0) return;
    for (let count = random.whole(0, 11); count > 0; count -= 1) {
      const id = read.length > 0 ? random.pick(read) : undefined;
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
    bulkBytes,
    transport: inProcessTransport(mock, deleteSome),
  });
  for await (const product of client.getProducts.all({ getFields: ['productID'] }, options))
    read.push(product.productID);

  const found = new Set(read);
  const missed = [...alive].filter((id) => !found.has(id));
  expect(missed).toEqual([]);
  expect(read.length, 'products came twice').toBe(found.size);
  return rows - alive.size;
}
