import { expect, test } from 'vitest';

import { products } from '../src/lanes/products.ts';
import { warehouses } from '../src/lanes/warehouses.ts';
import { openCopy, type ShopCopy } from './copy-shop.ts';
import { readCopy } from './read-copy.ts';
import { tamperedTransport } from './tampered-transport.ts';
import { openTestShop, readShop, type TestShop } from './test-shop.ts';

const lanes = [products];
const deletionLimit = { share: 0.2, atLeast: 5 };
const deletedIn = ({ sink }: ShopCopy, lane = 'products') =>
  sink.read(lane).filter(({ deletedAt }) => deletedAt !== undefined).length;

/** The answer to a bulk request of one, as if there were nothing to answer. */
const emptied = (text: string) =>
  text
    .replace(/"records":\[.*\]\}\]/s, '"records":[]}]')
    .replace(/"records(Total|InResponse)":"?\d+"?/g, '"records$1":0');

function removeProducts({ account }: TestShop, count: number) {
  for (let id = 1; id <= count; id += 1) account.data('products').remove(id);
}

/** A copy of 50 products, and an hour later. */
async function copiedShop() {
  const shop = openTestShop();
  const copy = openCopy(shop);
  await copy.run();
  shop.account.clock.advance('1h');
  return { shop, copy };
}

test('deletions are read from the log and counted once, though entries come again', async () => {
  const { shop, copy } = await copiedShop();
  removeProducts(shop, 8);
  const first = await copy.run({ lanes });
  const second = await copy.run({ lanes });
  expect(first.lanes).toMatchObject([{ deletions: 8, outcome: 'completed' }]);
  expect(second.lanes).toMatchObject([{ deletions: 0 }]);
  expect(deletedIn(copy)).toBe(8);
});

test('a log of several pages is read to its end', async () => {
  const { shop, copy } = await copiedShop();
  for (let id = 51; id <= 180; id += 1)
    shop.account.data('products').insert({ name: `Short-lived ${id}`, groupID: 1 });
  for (let id = 11; id <= 180; id += 1) shop.account.data('products').remove(id);
  const report = await copy.run({ lanes });
  expect(report.lanes).toMatchObject([{ outcome: 'completed', deletions: 40 }]);
});

test('more than the limit is refused until it is confirmed, and changes go on', async () => {
  const { shop, copy } = await copiedShop();
  removeProducts(shop, 15);
  shop.account.data('products').update(40, { name: 'Changed' });
  const refused = await copy.run({ lanes, deletionLimit });
  expect(refused.outcome).toBe('refused');
  expect(refused.lanes[0]?.refusal?.message).toBe(
    'products: 15 of 50 records would be removed at once, so nothing was removed',
  );
  expect(deletedIn(copy)).toBe(0);
  expect(copy.sink.read('products').find(({ id }) => id === 40)?.record).toMatchObject({ name: 'Changed' });
  const confirmed = await copy.run({ lanes, confirmDeletions: true });
  expect(confirmed.lanes).toMatchObject([{ deletions: 15, mode: 'incremental' }]);
});

test('a long log of what is gone already is not refused', async () => {
  const { shop, copy } = await copiedShop();
  removeProducts(shop, 15);
  await copy.run({ lanes, confirmDeletions: true });
  const again = await copy.run({ lanes, deletionLimit });
  expect(again.outcome).toBe('completed');
});

test('other lanes go on when one is refused', async () => {
  const { shop, copy } = await copiedShop();
  const noWarehouses = tamperedTransport(shop.transport, {
    answer: (text, request) => (request.get('requests')?.includes('getWarehouses') ? emptied(text) : text),
  });
  shop.account.clock.advance('1d');
  shop.account.data('products').update(40, { name: 'Changed' });
  const report = await copy.run({ lanes: [warehouses, products], transport: noWarehouses });
  expect(report.lanes.map(({ outcome }) => outcome)).toEqual(['refused', 'completed']);
  expect(copy.sink.read('products').find(({ id }) => id === 40)?.record).toMatchObject({ name: 'Changed' });
});

test('a full read removes what the log has forgotten', async () => {
  const { shop, copy } = await copiedShop();
  removeProducts(shop, 10);
  const withoutLog = tamperedTransport(shop.transport, {
    answer: (text, request) =>
      request.get('requests')?.includes('getUserOperationsLog') ? emptied(text) : text,
  });
  await copy.run({ transport: withoutLog });
  expect(deletedIn(copy)).toBe(0);
  const full = await copy.run({ transport: withoutLog, full: true });
  expect(full.lanes.find(({ lane }) => lane === 'products')).toMatchObject({ mode: 'full', deletions: 10 });
  expect(readCopy(copy.sink)).toEqual(await readShop(shop));
});

test('a full read that finds fewer records than the server counts removes nothing', async () => {
  const { shop, copy } = await copiedShop();
  // A server that ends the list early, though its count is right.
  const cutOff = tamperedTransport(shop.transport, {
    answer: (text, request) =>
      request.get('requests')?.includes('getProducts')
        ? text.replace(/"recordsTotal":50/g, '"recordsTotal":999')
        : text,
  });
  await expect(copy.run({ lanes, transport: cutOff, full: true })).rejects.toThrow();
  expect(deletedIn(copy)).toBe(0);
});

test('an empty answer removes nothing', async () => {
  const { shop, copy } = await copiedShop();
  const empty = tamperedTransport(shop.transport, {
    answer: (text, request) => (request.get('requests')?.includes('getWarehouses') ? emptied(text) : text),
  });
  shop.account.clock.advance('1d');
  const report = await copy.run({ lanes: [warehouses], transport: empty });
  expect(report.lanes[0]?.refusal?.message).toContain('came back empty');
  expect(deletedIn(copy, 'warehouses')).toBe(0);
});
