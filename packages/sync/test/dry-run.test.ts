import { isDeepStrictEqual } from 'node:util';

import fc from 'fast-check';
import { expect, test } from 'vitest';

import { propertyRun, randomOf } from '@erply-kit/tooling/property';

import { createDryRunSink } from '../src/dry-run/create-dry-run-sink.ts';
import { products } from '../src/lanes/products.ts';
import type { StoredRecord } from '../src/testing/memory-lane.ts';
import { changeShop } from './change-shop.ts';
import { openCopy, type ShopCopy } from './copy-shop.ts';
import { sinkKilledAfter } from './fuse.ts';
import { openTestShop } from './test-shop.ts';

const laneNames = ['warehouses', 'productGroups', 'brands', 'products', 'stock'];

const nameOf = ({ id, warehouseID = 0 }: StoredRecord) => `${id}/${warehouseID}`;

/** What a reader sees of a lane: rows that are there; amounts that are 0 are as if they were not. */
function readerOf({ sink }: ShopCopy, lane: string): Map<string, unknown> {
  const rows = sink.read(lane).filter(({ deletedAt, record }) => {
    const { amountInStock, amountReserved } = record as Record<string, unknown>;
    return deletedAt === undefined && (lane !== 'stock' || amountInStock !== 0 || amountReserved !== 0);
  });
  return new Map(rows.map((row) => [nameOf(row), row.record]));
}

const readAll = (copy: ShopCopy) => new Map(laneNames.map((lane) => [lane, readerOf(copy, lane)]));

function countsOf(before: Map<string, unknown> = new Map(), after: Map<string, unknown> = new Map()) {
  const both = [...after].filter(([key]) => before.has(key));
  return {
    added: [...after.keys()].filter((key) => !before.has(key)).length,
    gone: [...before.keys()].filter((key) => !after.has(key)).length,
    changed: both.filter(([key, record]) => !isDeepStrictEqual(record, before.get(key))).length,
  };
}

test('a dry run writes nothing, and says what the run then does', async () => {
  await fc.assert(
    fc.asyncProperty(fc.gen(), fc.boolean(), async (gen, full) => {
      const random = randomOf(gen);
      const shop = openTestShop();
      const copy = openCopy(shop);
      if (random.chance(0.8)) await copy.run();
      shop.account.clock.advance('1h');
      changeShop(shop, random, 12);
      const before = readAll(copy);
      const states = await Promise.all(laneNames.map((lane) => copy.sink.state(lane)));
      const dryRun = createDryRunSink(copy.sink);
      const said = await copy.run({ sink: dryRun, full, confirmDeletions: true });
      expect(readAll(copy)).toEqual(before);
      expect(await Promise.all(laneNames.map((lane) => copy.sink.state(lane)))).toEqual(states);
      const done = await copy.run({ full, confirmDeletions: true });
      expect(said.lanes.map(({ lane, mode, records }) => [lane, mode, records])).toEqual(
        done.lanes.map(({ lane, mode, records }) => [lane, mode, records]),
      );
      for (const lane of laneNames.filter((name) => name !== 'stock')) {
        const { missing, removed, extra, changed } = dryRun.changesOf(lane, 0);
        const expected = countsOf(before.get(lane), readerOf(copy, lane));
        expect([lane, { added: missing + removed, gone: extra, changed }]).toEqual([lane, expected]);
      }
    }),
    propertyRun(40, 8),
  );
});

test('a dry run of stock names each amount once, whether it moved, came or went', async () => {
  const shop = openTestShop();
  const copy = openCopy(shop);
  await copy.run();
  shop.account.clock.advance('1h');
  const [first] = copy.sink.read('stock');
  if (!first) throw new Error('the shop has no stock');
  shop.account.stockMovements.insert({ productID: first.id, warehouseID: 1, amount: 3 });
  const dryRun = createDryRunSink(copy.sink);
  await copy.run({ sink: dryRun, full: true });
  const { missing, changed, extra, fields } = dryRun.changesOf('stock', 5);
  expect({ missing, changed, extra, fields }).toEqual({
    ...{ missing: 0, changed: 1, extra: 0, fields: { amountInStock: 1 } },
  });
});

test('too many deletions are refused in a dry run as in a run, and an empty answer is not believed', async () => {
  const shop = openTestShop({ products: 100 });
  const copy = openCopy(shop);
  await copy.run({ lanes: [products] });
  shop.account.clock.advance('1h');
  for (let id = 1; id <= 60; id += 1) shop.account.data('products').remove(id);
  for (const full of [false, true]) {
    const dryRun = createDryRunSink(copy.sink);
    const said = await copy.run({ sink: dryRun, lanes: [products], full });
    expect(said.lanes).toMatchObject([{ outcome: 'refused', refusal: { kind: 'tooManyDeletions' } }]);
    const confirmed = createDryRunSink(copy.sink);
    await copy.run({ sink: confirmed, lanes: [products], full, confirmDeletions: true });
    expect(confirmed.changesOf('products', 3)).toMatchObject({ extra: 60, changed: 0, missing: 0 });
  }
});

test('a pass that was cut off is begun again by a dry run, and goes on in the next run', async () => {
  const shop = openTestShop();
  const copy = openCopy(shop);
  const sink = sinkKilledAfter(copy.sink, ({ counters }) => counters.records === 20);
  await expect(copy.run({ lanes: [products], sink })).rejects.toThrow('killed');
  const dryRun = createDryRunSink(copy.sink);
  const said = await copy.run({ sink: dryRun, lanes: [products] });
  expect(said.lanes).toMatchObject([{ outcome: 'completed', records: 50 }]);
  expect(dryRun.changesOf('products', 0)).toMatchObject({ missing: 30, changed: 0, extra: 0 });
  const resumed = await copy.run({ lanes: [products] });
  expect(resumed.lanes).toMatchObject([{ resumed: true, records: 30 }]);
});
