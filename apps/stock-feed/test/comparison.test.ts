import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import type { FeedResult } from '../src/run-feed.ts';
import { runScripted, type ScriptedRun } from './run-scripted.ts';
import { productsTo } from './scripted-source.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** Products 1 to `count` in stock. */
const stocked = (count: number) => productsTo(count).map(({ productID }) => [productID, 5] as const);
const shop = { stock: { 1: stocked(100), 2: stocked(40), 3: stocked(30) } };

interface Step extends Pick<ScriptedRun, 'shop' | 'policy' | 'safety'> {
  readonly withoutManifest?: boolean;
}

/** Runs over one folder, one after the other: `written`, or why not. */
async function runs(...steps: readonly Step[]): Promise<string[]> {
  await using folder = await temporaryFolder();
  const ends: string[] = [];
  for (const { withoutManifest, ...step } of steps) {
    if (withoutManifest) await rm(join(folder.path, 'manifest.json'));
    const end = runScripted({ ...step, folder: folder.path, formats: ['csv'] });
    ends.push(
      await end.then(
        () => 'written',
        (error: Error) => error.message.replaceAll(folder.path, '.'),
      ),
    );
  }
  return ends;
}

const both = ['written', 'written'];
const summed = { sum: true };

test('rows of a warehouse that is gone are not a loss, and the others go on', async () => {
  const left = { stock: { 2: stocked(39), 3: stocked(30) } };
  expect(await runs({ shop }, { shop: left })).toEqual(both);
  expect(await runs({ shop }, { shop: left, withoutManifest: true })).toEqual(both);
  expect(await runs({ shop, policy: summed }, { shop: left, policy: summed })).toEqual(both);
});

test('a warehouse that is named and gone does not stop the others, run after run', async () => {
  const left = { stock: { 2: stocked(39), 3: stocked(30) } };
  const policy = { warehouses: [1, 2] };
  expect(await runs({ shop, policy }, { shop: left, policy }, { shop: left, policy })).toEqual([
    ...both,
    'written',
  ]);
  expect(await runs({ shop: left, policy })).toEqual([expect.stringContaining('there is no warehouse 1')]);
});

test('a run says which warehouses its feed does not hold any more', async () => {
  await using folder = await temporaryFolder();
  const run = (stock: ScriptedRun['shop']): Promise<FeedResult> =>
    runScripted({ folder: folder.path, formats: ['csv'], shop: stock });
  expect((await run(shop)).gone).toEqual([]);
  expect((await run({ stock: { 2: stocked(40), 3: stocked(30) } })).gone).toEqual([
    { warehouseID: 1, name: 'Warehouse 1', stockRows: 100 },
  ]);
  expect(await readFile(join(folder.path, 'stock.csv'), 'utf8')).not.toContain(',1,5\n');
});

test('what falls in the warehouses that are left is still refused', async () => {
  const left = { stock: { 2: stocked(19), 3: stocked(10) } };
  expect(await runs({ shop }, { shop: left })).toEqual([
    'written',
    'nothing replaced: 41 of 70 available items would fall to 0; if that is right, run once with --max-zeroed 100',
  ]);
  expect(await runs({ shop, policy: summed }, { shop: left, policy: summed })).toEqual([
    'written',
    'nothing replaced: 41 of 70 rows of stock would fall to 0; if that is right, run once with --max-zeroed 100',
  ]);
});

test.each([
  ['fewer warehouses', {}, { warehouses: [2] }],
  ['more warehouses', { warehouses: [2] }, {}],
  ['other warehouses', { warehouses: [1] }, { warehouses: [3] }],
  ['fewer in a sum', summed, { sum: true, warehouses: [2] }],
  ['more in a sum', { sum: true, warehouses: [2] }, summed],
  ['others in a sum', { sum: true, warehouses: [1] }, { sum: true, warehouses: [3] }],
  ['fewer, then summed', {}, { sum: true, warehouses: [3] }],
  ['a sum taken apart, with fewer', summed, { warehouses: [3] }],
  ['all products', {}, { rows: 'all' as const }],
  ['stocked products only', { rows: 'all' as const }, {}],
  ['identifiers', {}, { identifiers: true }],
  ['no identifiers', { identifiers: true }, {}],
  ['zeros for what is below', {}, { negative: 'zero' as const }],
  ['offline ones', {}, { offline: true }],
])('another choice counts as right: %s', async (_, before, after) => {
  const withProducts = { ...shop, products: productsTo(100) };
  expect(await runs({ shop: withProducts, policy: before }, { shop: withProducts, policy: after })).toEqual(
    both,
  );
});

test('a warehouse that is marked as offline leaves, and the others go on', async () => {
  const warehouses = [1, 2, 3].map((id) => ({ warehouseID: id, name: `Warehouse ${id}`, isOffline: false }));
  const marked = warehouses.map((one) => ({ ...one, isOffline: one.warehouseID === 1 }));
  expect(await runs({ shop: { ...shop, warehouses } }, { shop: { ...shop, warehouses: marked } })).toEqual(
    both,
  );
});

test('another choice does not hide a fall in what both have', async () => {
  const fallen = { stock: { ...shop.stock, 2: stocked(15) } };
  for (const policy of [{ warehouses: [2] }, { warehouses: [2], sum: true }])
    expect(await runs({ shop }, { shop: fallen, policy })).toEqual([
      'written',
      expect.stringContaining('25 of 40 available items would fall to 0'),
    ]);
});

test('without its manifest nobody knows what a sum holds: it is compared as a whole', async () => {
  const after = { policy: { sum: true, warehouses: [3] }, shop, withoutManifest: true };
  expect(await runs({ shop, policy: summed }, after)).toEqual([
    'written',
    expect.stringContaining('70 of 100 available items'),
  ]);
});

test('a warehouse whose products were all moved out of it is believed, and the others go on', async () => {
  const emptied = { ...shop, stock: { ...shop.stock, 1: [] }, emptied: { 1: 100 } };
  for (const policy of [{}, summed])
    expect(await runs({ shop, policy }, { shop: emptied, policy }, { shop: emptied, policy })).toEqual([
      ...both,
      'written',
    ]);
});

test.each([0, 99])('it is not when Erply lists only %d of its 100 products with 0', async (count) => {
  const emptied = { ...shop, stock: { ...shop.stock, 1: [] }, emptied: { 1: count } };
  expect(await runs({ shop }, { shop: emptied })).toEqual([
    'written',
    expect.stringContaining('Warehouse 1 has no stock where it had 100 rows'),
  ]);
});

test('a shop with nothing left anywhere is in doubt, however its stock went', async () => {
  const emptied = { stock: { 1: [] }, emptied: { 1: 100 } };
  expect(await runs({ shop: { stock: { 1: stocked(100) } } }, { shop: emptied })).toEqual([
    'written',
    expect.stringContaining('the new feed is empty'),
  ]);
});
