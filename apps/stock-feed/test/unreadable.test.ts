import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { afterAll, expect, test } from 'vitest';

import { startMock } from '@erply-kit/mock';

import { type Meddling, startMeddlingProxy } from './meddling-proxy.ts';
import { environmentOf, runMain } from './run-main.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** One fake for all: each test has an account of its own. */
const erply = await startMock({ seed: 1, port: 0, products: 30 });
afterAll(() => erply.close());

let accounts = 0;

/** A folder with a feed that is right, and runs over it whose answers are changed. */
async function feedInPlace(args = '') {
  const folder = await temporaryFolder();
  const account = `unreadable-${++accounts}`;
  const run = (url: string) =>
    runMain({ args: `run --out . ${args}`, cwd: folder.path, env: environmentOf(url, account) });
  expect(await run(erply.url)).toMatchObject({ exitCode: 0 });
  const before = await contents(folder.path);
  return {
    /** Runs with changed answers, which must replace nothing; gives back the line that says why. */
    async refusal(meddling: Meddling): Promise<string> {
      await using proxy = await startMeddlingProxy(erply.url, meddling);
      const { exitCode, stderr } = await run(proxy.url);
      expect(exitCode).toBe(1);
      expect(await contents(folder.path)).toEqual(before);
      return stderr.split('\n').find((line) => line.startsWith('stock-feed: ')) ?? stderr;
    },
    [Symbol.asyncDispose]: () => folder[Symbol.asyncDispose](),
  };
}

async function contents(folder: string): Promise<Record<string, string>> {
  const names = (await readdir(folder)).sort();
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  return Object.fromEntries(names.map((name, index) => [name, texts[index]!]));
}

/** A stock file with another value in the third of its rows. */
const withCell = (column: string, value: string) => (text: string) => {
  const lines = text.split('\n');
  const cells = lines[3]!.split(',');
  cells[lines[0]!.split(',').indexOf(`"${column}"`)] = `"${value}"`;
  return lines.with(3, cells.join(',')).join('\n');
};

const kinds = ['', '--sum', '--rows stocked --no-identifiers', '--rows stocked --no-identifiers --sum'];

test.each(kinds)('an amount that cannot be read replaces nothing: run %s', async (args) => {
  await using feed = await feedInPlace(args);
  for (const column of ['amountInStock', 'amountReserved'])
    for (const [value, fault] of [
      ['29,83', 'is not a number'],
      ['', 'is missing'],
      ['1e400', 'is not a number'],
      ['9007199255', 'is beyond 9,007,199,254, up to which the feed counts exactly'],
    ] as const) {
      const line = await feed.refusal({ file: withCell(column, value) });
      expect(line).toMatch(
        new RegExp(`^stock-feed: nothing replaced: ${column} of product \\d+ in \\S.* is `),
      );
      expect(line.endsWith(fault), line).toBe(true);
    }
});

test.each(kinds)('a product that comes twice in a warehouse is not counted twice: run %s', async (args) => {
  await using feed = await feedInPlace(args);
  const twice = (text: string) => `${text}${text.split('\n')[1]}\n`;
  expect(await feed.refusal({ file: twice })).toMatch(
    /: nothing replaced: product \d+ came twice in the stock of \S/,
  );
});

test('a row of stock without a product ID replaces nothing', async () => {
  await using feed = await feedInPlace();
  for (const [id, says] of [
    ['x', 'productID'],
    ['', 'productID'],
    ['0', 'the ID of a product in the stock of '],
    ['-7', 'the ID of a product in the stock of '],
  ] as const)
    expect(await feed.refusal({ file: withCell('productID', id) })).toContain(says);
});

const changedFirst = (of: string, values: Record<string, unknown>): Meddling => ({
  records: {
    of,
    become: (records) => records.map((one, at) => (at > 0 ? one : Object.assign(one!, values))),
  },
});

test('a product that cannot be read replaces nothing', async () => {
  await using feed = await feedInPlace();
  for (const [values, says] of [
    [{ nonStockProduct: undefined }, 'nonStockProduct of product 1 is missing'],
    [{ nonStockProduct: 'maybe' }, 'nonStockProduct of product 1 is not 0 or 1'],
    [{ code: undefined }, 'code of product 1 is missing'],
    [{ code2: undefined }, 'code2 of product 1 is missing'],
    [{ code: { a: 1 } }, 'code of product 1 is not a text'],
    [{ code2: [] }, 'code2 of product 1 is not a text'],
    [{ productID: 'one' }, 'productID'],
  ] as const)
    expect(await feed.refusal(changedFirst('getProducts', values))).toContain(says);
});

test('a list of warehouses that cannot be read replaces nothing', async () => {
  await using feed = await feedInPlace();
  for (const [values, says] of [
    [{ isOfflineInventory: 'maybe' }, 'isOfflineInventory of warehouse 1 is not 0 or 1'],
    [{ name: ['a'] }, 'name of warehouse 1 is not a text'],
    [{ warehouseID: '2' }, 'Erply named warehouse 2 twice'],
    [{ warehouseID: '0' }, 'the ID of a warehouse is not a whole number above 0'],
    [{ warehouseID: '' }, 'warehouseID'],
  ] as const)
    expect(await feed.refusal(changedFirst('getWarehouses', values))).toContain(says);
});
