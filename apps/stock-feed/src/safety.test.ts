import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { runScripted, type ScriptedRun } from '../test/run-scripted.ts';
import { productsTo } from '../test/scripted-source.ts';
import { temporaryFolder } from '../test/temporary-folder.ts';

/** Products 1 to `count` in stock. */
const stocked = (count: number) => productsTo(count).map(({ productID }) => [productID, 5] as const);

/** Writes a feed of the first shop, then one of the second over it; gives back how that ended. */
async function replaced(
  before: ScriptedRun['shop'],
  after: ScriptedRun['shop'],
  options: Partial<ScriptedRun> & { withoutManifest?: boolean } = {},
): Promise<string> {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'stock.csv');
  const { withoutManifest, ...run } = options;
  await runScripted({ formats: ['csv'], ...run, folder: folder.path, shop: before });
  const old = await readFile(path, 'utf8');
  if (withoutManifest) await rm(join(folder.path, 'manifest.json'));
  try {
    await runScripted({ formats: ['csv'], ...run, folder: folder.path, shop: after });
    return 'written';
  } catch (error) {
    expect(await readFile(path, 'utf8')).toBe(old);
    return (error as Error).message.replaceAll(folder.path, '.');
  }
}

test('a warehouse that answers nothing does not empty the feed', async () => {
  const before = { stock: { 1: stocked(3), 2: stocked(100) } };
  expect(await replaced(before, { stock: { 1: [], 2: stocked(100) } })).toBe(
    'nothing replaced: Warehouse 1 has no stock where it had 3 rows; if that is right, run once with --allow-empty',
  );
});

test('it is seen in a summed feed too', async () => {
  const before = { stock: { 1: stocked(3), 2: stocked(100) } };
  const after = { stock: { 1: [], 2: stocked(100) } };
  expect(await replaced(before, after, { policy: { sum: true } })).toContain('Warehouse 1 has no stock');
});

test('without its manifest an old feed is protected all the same', async () => {
  const shops = [{ stock: { 1: stocked(3) } }, { stock: { 1: [] } }] as const;
  expect(await replaced(...shops, { withoutManifest: true })).toContain(
    'the new feed is empty where ./stock.csv has 3',
  );
  const all = { policy: { rows: 'all' }, withoutManifest: true } as const;
  const products = productsTo(3);
  expect(await replaced({ ...shops[0], products }, { ...shops[1], products }, all)).toContain(
    'no warehouse has stock where ./stock.csv has some',
  );
});

test('a feed that an earlier version wrote is protected all the same', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'stock.csv');
  const old = `productID,warehouseID,available\n${productsTo(40)
    .map(({ productID }) => `${productID},1,5\n`)
    .join('')}`;
  await writeFile(path, old);
  const run = (count: number) =>
    runScripted({ folder: folder.path, formats: ['csv'], shop: { stock: { 1: stocked(count) } } });
  await expect(run(19)).rejects.toThrow('21 of 40 available items would fall to 0');
  expect(await readFile(path, 'utf8')).toBe(old);
  expect(await run(39)).toMatchObject({ zeroed: 1 });
  expect(await readFile(path, 'utf8')).toContain('"productID","warehouseID","available"\n1,1,5\n');
});

test('a product list that comes back empty does not empty the feed', async () => {
  const shop = { stock: { 1: stocked(3) } };
  const products = productsTo(3);
  expect(await replaced({ ...shop, products }, shop, { policy: { rows: 'all' } })).toContain(
    'the new feed is empty',
  );
});

test('an empty answer may replace a feed when that is said', async () => {
  const safety = { allowEmpty: true };
  expect(await replaced({ stock: { 1: stocked(3) } }, { stock: { 1: [] } }, { safety })).toBe('written');
});

test('a shop that has nothing yet gets its empty feed', async () => {
  expect(await replaced({ stock: { 1: [] } }, { stock: { 1: [] } })).toBe('written');
});

test('more than half of the available items do not fall to zero at once', async () => {
  expect(await replaced({ stock: { 1: stocked(40) } }, { stock: { 1: stocked(19) } })).toBe(
    'nothing replaced: 21 of 40 available items would fall to 0; if that is right, run once with --max-zeroed 100',
  );
});

test('it takes twenty items to call it a fall', async () => {
  expect(await replaced({ stock: { 1: stocked(20) } }, { stock: { 1: stocked(9) } })).toContain('11 of 20');
});

test('a feed by warehouse and a summed one are compared by product', async () => {
  await using folder = await temporaryFolder();
  const run = (sum: boolean) =>
    runScripted({
      folder: folder.path,
      shop: { stock: { 1: stocked(40), 2: stocked(40) } },
      policy: { sum },
    });
  expect([(await run(true)).zeroed, (await run(false)).zeroed, (await run(true)).zeroed]).toEqual([0, 0, 0]);
});

test.each([
  { name: 'half of them', before: 40, after: 20, maxZeroedPercent: 50 },
  { name: 'any part of a few', before: 19, after: 1, maxZeroedPercent: 50 },
  { name: 'what the limit allows', before: 100, after: 10, maxZeroedPercent: 90 },
  { name: 'nearly all, with the limit off', before: 100, after: 1, maxZeroedPercent: 100 },
])('$name may', async ({ before, after, maxZeroedPercent }) => {
  const shops = [{ stock: { 1: stocked(before) } }, { stock: { 1: stocked(after) } }] as const;
  expect(await replaced(...shops, { safety: { maxZeroedPercent } })).toBe('written');
});

test('items that others replace still count as fallen', async () => {
  const others = productsTo(80)
    .slice(40)
    .map(({ productID }) => [productID, 5] as const);
  expect(await replaced({ stock: { 1: stocked(40) } }, { stock: { 1: others } })).toContain('40 of 40');
});

test('an item is a product in a warehouse where the feed has warehouses apart', async () => {
  const before = { stock: { 1: stocked(40), 2: [[1, 1]] as const } };
  const after = { stock: { 1: [[1, 1]] as const, 2: stocked(40) } };
  expect(await replaced(before, after)).toContain('39 of 41');
  expect(await replaced(before, after, { policy: { sum: true } })).toBe('written');
});

test('both reasons come with both remedies', async () => {
  expect(await replaced({ stock: { 1: stocked(40) } }, { stock: { 1: [] } })).toMatch(
    /had 40 rows, and 40 of 40 available items would fall to 0; .* --allow-empty --max-zeroed 100$/,
  );
});
