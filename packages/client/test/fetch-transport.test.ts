import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { expect, it } from 'vitest';

import { createClient, createFetchTransport, createUndiciTransport, type Fetch } from '../src/index.ts';
import { credentials, rejection } from './open-client.ts';
import { openErply } from './open-erply.ts';

const retry = { attempts: 1 };

it('does with fetch what the client does with undici', async () => {
  await using here = await openErply({ mock: { products: 120 } });
  const client = here.another({ transport: createFetchTransport() });
  const products = await client.getProducts.collect({}, { limit: 5000, pageSize: 100 });
  const same = await here.client.getProducts.collect({}, { limit: 5000, pageSize: 100 });
  expect(products).toHaveLength(120);
  // As text: to compare so many fields one by one takes vitest longer than to read them.
  expect(products.map((product) => JSON.stringify(product))).toEqual(same.map((one) => JSON.stringify(one)));
  const stock: unknown[] = [];
  for await (const row of client.getProductStock.csv({ warehouseID: 1 })) stock.push(row);
  expect(stock).toEqual((await here.client.getProductStock({ warehouseID: 1 })).records);
  expect(await rejection(client.deleteProduct({ productID: 987_654_321 }))).toMatchObject({ kind: 'api' });
});

it.each([
  ['undici', createUndiciTransport],
  ['fetch', createFetchTransport],
])('ends what is under way when the client is closed, over %s', async (_, create) => {
  const asked = Promise.withResolvers<void>();
  const ended = Promise.withResolvers<void>();
  const server = createServer((request) => {
    request.socket.on('close', () => ended.resolve());
    asked.resolve();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const client = createClient({ ...credentials, url, transport: create() });
  const call = rejection(client.getProducts());
  await asked.promise;
  await client.close();
  expect(await call).toMatchObject({ kind: 'aborted' });
  await ended.promise;
  await new Promise((resolve) => server.close(resolve));
});

it.each<[string, number, string]>([
  ['as Node, Bun and Deno show it', 307, 'HTTP 307, a redirect, which is not followed'],
  ['as browsers hide it', 0, 'a redirect, which is not followed'],
])('says that a redirect is not followed, %s', async (_, status, words) => {
  const redirecting: Fetch = async (__, { redirect }) => {
    expect(redirect).toBe('manual');
    // A browser answers so (`type: 'opaqueredirect'`); `new Response` refuses status 0.
    return Object.defineProperty(new Response(null), 'status', { value: status });
  };
  const transport = createFetchTransport({ fetch: redirecting });
  const client = createClient({ ...credentials, transport, retry });
  expect(await rejection(client.getProducts())).toMatchObject({
    kind: 'transport',
    retryable: false,
    message: `verifyUser: ${words}; set url to the address that it leads to.`,
  });
});
