import { expect, test } from 'vitest';

import type { Lane } from '../src/lane.ts';
import { priceLists } from '../src/lanes/price-lists.ts';
import { products } from '../src/lanes/products.ts';
import { stock } from '../src/lanes/stock.ts';
import { suppliers } from '../src/lanes/suppliers.ts';
import { MappingError } from '../src/mapping-error.ts';
import { redriveLanes } from '../src/redrive/redrive-lanes.ts';
import type { Entry, Sink } from '../src/sink.ts';
import { openCopy, type ShopCopy } from './copy-shop.ts';
import { laneFacts } from './lane-facts.ts';
import { readCopy } from './read-copy.ts';
import { openTestShop, readShop, type TestShop } from './test-shop.ts';

/** The sink, which does not hold these IDs. */
const without = ({ sink }: ShopCopy, ids: readonly number[]): Sink<Entry> => ({
  ...sink,
  toRow(lane, entry) {
    if (ids.includes(entry.id)) throw new MappingError('price', 'not a number');
    return sink.toRow(lane, entry);
  },
});

async function redrive(
  shop: TestShop,
  copy: ShopCopy,
  sink: Sink<Entry> = copy.sink,
  lanes: readonly Lane[] = [products, stock],
) {
  await using client = shop.connect();
  const deadLetters = async (lane: string) => copy.sink.deadLetters(lane);
  return await redriveLanes({ client, sink, deadLetters, lanes });
}

test('dead letters are read by their IDs: what fits now is written, the rest stays, what is gone goes', async () => {
  const shop = openTestShop();
  const copy = openCopy(shop);
  await copy.run({ lanes: [products], sink: without(copy, [7, 8, 9]) });
  const before = await copy.sink.state('products');
  shop.account.data('products').remove(9);
  const done = await redrive(shop, copy, without(copy, [8]));
  // The login, and one bulk request of one page.
  expect(done).toEqual([
    { lane: 'products', written: 1, left: 1, gone: 1, withoutID: 0, requests: 2, costUnits: 1.1 },
  ]);
  expect(copy.sink.deadLetters('products')).toMatchObject([{ id: 8, path: 'price' }]);
  expect(await copy.sink.state('products')).toEqual(before);
  expect(await redrive(shop, copy)).toMatchObject([{ written: 1, left: 0 }]);
  expect(readCopy(copy.sink).products).toEqual((await readShop(shop)).products);
  expect(await redrive(shop, copy)).toEqual([]);
});

test.each([priceLists, suppliers])('$name: a dead letter is asked for by its ID', async (lane) => {
  const shop = openTestShop();
  const { table, fields } = laneFacts[lane.name] ?? { table: '', fields: {} };
  // More than a page has: asked for whole, it would cost more.
  for (let more = 0; more < 110; more += 1) shop.account.data(table).insert(fields);
  const copy = openCopy(shop);
  await copy.run({ lanes: [lane] });
  const [row] = copy.sink.read(lane.name);
  const fresh = openCopy(shop);
  await fresh.run({ lanes: [lane], sink: { ...fresh.sink, toRow: without(copy, [row?.id ?? 0]).toRow } });
  expect(await redrive(shop, fresh, fresh.sink, [lane])).toMatchObject([
    { written: 1, left: 0, gone: 0, costUnits: 1.1 },
  ]);
  expect(fresh.sink.read(lane.name)).toContainEqual(row);
});

test('a record that does not come though the copy has it is left to the log', async () => {
  const shop = openTestShop();
  const copy = openCopy(shop);
  await copy.run({ lanes: [products] });
  await copy.run({ lanes: [products], full: true, sink: without(copy, [7]) });
  shop.account.data('products').remove(7);
  expect(await redrive(shop, copy)).toMatchObject([{ written: 0, left: 1, gone: 0 }]);
  expect(readCopy(copy.sink).products?.has('7')).toBe(true);
});

test('amounts that did not fit are asked for by product and warehouse', async () => {
  const shop = openTestShop();
  const copy = openCopy(shop);
  const [key = ''] = (await readShop(shop)).stock?.keys() ?? [];
  await copy.run({ lanes: [stock], sink: without(copy, [Number(key.split('/')[0])]) });
  expect(await redrive(shop, copy)).toMatchObject([{ lane: 'stock', left: 0 }]);
  expect(copy.sink.deadLetters('stock')).toEqual([]);
  expect(readCopy(copy.sink).stock).toEqual((await readShop(shop)).stock);
});

test('a record without an ID cannot be asked for, and that is said', async () => {
  const shop = openTestShop();
  const copy = openCopy(shop);
  await copy.run({ lanes: [products] });
  const state = await copy.sink.state('products');
  if (!state) throw new Error('never ran');
  const deadLetters = [{ path: '', message: 'has no readable ID' }];
  await copy.sink.commit({ lane: 'products', generation: 1, rows: [], deletions: [], deadLetters, ...state });
  expect(await redrive(shop, copy)).toMatchObject([{ written: 0, left: 0, withoutID: 1, requests: 0 }]);
});
