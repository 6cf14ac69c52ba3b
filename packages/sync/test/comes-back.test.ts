import { describe, expect, test } from 'vitest';

import type { RecordLane } from '../src/lane.ts';
import { products } from '../src/lanes/products.ts';
import { stock } from '../src/lanes/stock.ts';
import { openCopy, type ShopCopy } from './copy-shop.ts';
import { recordLanes, shopTableOf } from './every-lane.ts';
import { readCopy } from './read-copy.ts';
import { someOf } from './some-of.ts';
import { openTestShop, readShop } from './test-shop.ts';

const logLanes = recordLanes.filter(({ deletions }) => deletions.from === 'log');

const isAlive = ({ sink }: ShopCopy, lane: string, id: number) =>
  sink.read(lane).some((row) => row.id === id && row.deletedAt === undefined);

/** A shop with a record of the lane that nothing else names, and a copy of it. */
async function openShop(lane: RecordLane) {
  const shop = openTestShop({ customers: 5, documents: 0 });
  const { table, key, values } = shopTableOf(lane.name);
  const data = shop.account.data(table);
  const id = data.insert(values('first'));
  shop.account.clock.advance('1h');
  const copy = openCopy(shop);
  return { shop, copy, data, id, again: { ...values('again'), [key]: id } };
}

describe.each(someOf(logLanes, 4))('$name', (lane) => {
  for (const full of [false, true])
    test(`a record that was deleted and is there again stays, ${full ? 'in full' : 'as a change'}`, async () => {
      const { shop, copy, data, id, again } = await openShop(lane);
      await copy.run({ lanes: [lane] });
      shop.account.clock.advance('1h');
      data.remove(id);
      shop.account.clock.advance('5m');
      data.insert(again);
      shop.account.clock.advance('5m');
      const { lanes: reports } = await copy.run({ lanes: [lane], full });
      expect(reports).toMatchObject([{ outcome: 'completed' }]);
      expect(isAlive(copy, lane.name, id)).toBe(true);
    });

  test('one that is deleted once it was read is removed by the same run', async () => {
    const { shop, copy, data, id } = await openShop(lane);
    await copy.run({ lanes: [lane] });
    shop.account.clock.advance('1h');
    data.update(id, shopTableOf(lane.name).edit('edited'));
    const mutate = [{ table: shopTableOf(lane.name).table, op: 'delete' as const, id }];
    shop.account.addFault({
      match: { request: 'getUserOperationsLog', nth: 1 },
      effect: { mutate, when: 'before' },
    });
    await copy.run({ lanes: [lane] });
    expect(isAlive(copy, lane.name, id)).toBe(false);
  });
});

test('a product that comes back within the minute of the read goes for no longer than that read', async () => {
  const { shop, copy, data, id, again } = await openShop(products);
  await copy.run({ lanes: [products] });
  shop.account.clock.advance('1h');
  data.remove(id);
  data.insert(again);
  await copy.run({ lanes: [products] });
  expect(isAlive(copy, 'products', id)).toBe(true);
});

test('the stock of a product that is there again is not set to 0', async () => {
  const { shop, copy, data, id, again } = await openShop(products);
  await copy.run({ lanes: [products, stock] });
  shop.account.clock.advance('1h');
  data.remove(id);
  data.insert(again);
  shop.account.stockMovements.insert({ productID: id, warehouseID: 1, amount: 5 });
  shop.account.clock.advance('5m');
  await copy.run({ lanes: [products, stock] });
  expect(readCopy(copy.sink).stock).toEqual((await readShop(shop)).stock);
});
