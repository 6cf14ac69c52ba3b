import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { afterAll, expect, test } from 'vitest';

import { startMock } from '@erply-kit/mock';

import { environmentOf, runMain } from './run-main.ts';
import { runScripted } from './run-scripted.ts';
import { readShopTruth } from './shop-truth.ts';
import { temporaryFolder } from './temporary-folder.ts';

const erply = await startMock({ seed: 1, products: 60, warehouses: 3 });
afterAll(() => erply.close());

async function run(args: string, policy?: string) {
  await using folder = await temporaryFolder();
  if (policy !== undefined) await writeFile(join(folder.path, 'policy.yaml'), policy);
  const done = await runMain({
    args: `run --out . ${args}`,
    cwd: folder.path,
    env: environmentOf(erply.url),
  });
  const rows = await readFile(join(folder.path, 'stock.ndjson'), 'utf8').then(
    (text) =>
      text
        .split('\n')
        .slice(0, -1)
        .map((line) => JSON.parse(line)),
    () => [],
  );
  const manifest = await readFile(join(folder.path, 'manifest.json'), 'utf8').catch(() => '{}');
  return { ...done, rows, manifest: JSON.parse(manifest) };
}

const file = `
reserve: 1
maximum: 20
groups:
  web: { warehouses: [1, 2], reserve: 10%, minimum: 3 }
  store: { warehouses: all, offline: true }
`;

test('groups of a policy file are sums with their own rules', async () => {
  const { exitCode, rows, manifest } = await run('', file);
  expect(exitCode).toBe(0);
  const withFile = await run('--policy policy.yaml', file);
  const truth = await readShopTruth(erply.url);
  const sum = (ids: readonly number[], productID: number) =>
    ids.reduce((total, id) => total + truth.available(id, productID), 0) / 1e6;
  const all = truth.warehouses.map((one) => one.warehouseID);
  const web = (there: number) => {
    const kept = Number.isInteger(there) ? Math.ceil(there / 10) : Math.ceil(there * 1e5) / 1e6;
    const left = Math.round((there - kept) * 1e6) / 1e6;
    return left < 3 ? 0 : Math.min(20, left);
  };
  const store = (there: number) => Math.min(20, Math.max(0, Math.round((there - 1) * 1e6) / 1e6));
  const ids = [...new Set(rows.map((row) => row.productID as number))];
  expect(withFile.rows).toEqual(
    ids.flatMap((productID) => {
      const { code, code2 } = rows.find((row) => row.productID === productID);
      return [
        { productID, group: 'store', available: store(sum(all, productID)), code, code2 },
        { productID, group: 'web', available: web(Math.max(0, sum([1, 2], productID))), code, code2 },
      ];
    }),
  );
  expect(withFile.rows.some((row) => row.available === 20)).toBe(true);
  expect(withFile.manifest.groups).toEqual([
    { name: 'store', warehouseIDs: all },
    { name: 'web', warehouseIDs: [1, 2] },
  ]);
  expect(manifest.groups).toBeUndefined();
});

test('options go over the file, and JSON is read too', async () => {
  const { rows } = await run(
    '--policy policy.yaml --maximum 1',
    '{"maximum": 5, "groups": {"web": {"warehouses": [1]}}}',
  );
  expect(Math.max(...rows.map((row) => row.available))).toBe(1);
});

test.each([
  ['groups:\n  web:', 'groups.web is empty'],
  ['groups:\n  web: { warehouses: [1], reserv: 2 }', 'there is no groups.web.reserv; did you mean reserve?'],
  ['{"groups": {"web": {"warehouses": [1]', 'it is not YAML or JSON from line'],
  ['grops: {}', 'there is no grops; did you mean groups?'],
  ['', 'it is empty'],
  ['- 1', 'it is not a map of names to values'],
  ['groups: {}', 'groups: there is none in it'],
  ['groups: { web: { reserve: 1 } }', 'groups.web: say which warehouses: [1, 2], or all'],
  [
    'groups: { web: { warehouses: [] } }',
    'groups.web.warehouses: give a list of warehouses such as [1, 2], or all',
  ],
  ['groups: { web: { warehouses: [main] } }', 'groups.web.warehouses: give the number of a warehouse'],
  ['groups: { "a b": { warehouses: all } }', 'groups.a b: a name has letters, digits, - and _ only'],
  ['minimum:', 'minimum has no value'],
  ['minimum: -1', 'minimum: -1: give a number from 0 to 9007199254, with at most six decimals'],
  ['reserve: 200%', 'reserve: 200%, in percent: give a number from 0 to 100'],
  ['offline: maybe', 'offline: say true or false'],
  ['negative: drop', 'negative drop: choose zero or keep'],
  ['a: 1\na: 2', 'it is not YAML or JSON from line 2 on'],
])('a policy file with %j is one clear line', async (text, message) => {
  const { exitCode, stderr } = await run('--policy policy.yaml', text);
  expect(exitCode).toBe(2);
  expect(stderr).toContain(`stock-feed: --policy policy.yaml: ${message}`);
  expect(stderr.split('\n')).toHaveLength(2);
});

test.each([
  ['--policy none.yaml', '--policy none.yaml: it cannot be read (ENOENT)'],
  ['--group web', '--group web: give a name of letters, digits, - and _, and warehouses: web=1,2'],
  ['--group web=1 --group web=2', 'group web is given twice'],
  ['--group web=1 --sum', '--sum is one row for all'],
  ['--group web=1 --warehouse 1', '--warehouse beside groups'],
  ['--group web=9', 'there is no warehouse 9; there are 1 ('],
  ['--format woocommerce', '--format woocommerce: it has one stock for a product'],
  ['--format google-local-inventory --sum', '--format google-local-inventory: it has a row for each store'],
  ['--reserve 10%%', '--reserve 10%%, in percent: give a number from 0 to 100'],
])('%s is wrong usage', async (args, message) => {
  const { exitCode, stderr } = await run(args);
  expect([exitCode, stderr]).toEqual([2, expect.stringContaining(`stock-feed: ${message}`)]);
});

const shop = (small: number, large: number) => ({
  stock: {
    1: Array.from({ length: small }, (_, index) => [index + 1, 5] as const),
    2: Array.from({ length: large }, (_, index) => [index + 1, 5] as const),
  },
});

test('a small group that loses everything is refused, however much the others have', async () => {
  const groups = [
    { name: 'large', warehouses: [2], negative: 'zero' as const },
    { name: 'small', warehouses: [1], negative: 'zero' as const },
  ];
  for (const formats of [['csv'], ['ndjson'], ['json'], ['xml']] as const) {
    await using folder = await temporaryFolder();
    const at = { folder: folder.path, formats, policy: { groups } };
    await runScripted({ ...at, shop: shop(30, 300) });
    await expect(runScripted({ ...at, shop: shop(10, 300) })).rejects.toThrow(
      'nothing replaced: 20 of 30 available items of group small would fall to 0; if that is right, run once with --max-zeroed 100',
    );
    await runScripted({ ...at, shop: shop(10, 300), safety: { maxZeroedPercentOf: { small: 70 } } });
  }
});

test('a group that is made of other warehouses now counts as right', async () => {
  await using folder = await temporaryFolder();
  const policy = (warehouses: number[]) => ({
    groups: [{ name: 'web', warehouses, negative: 'zero' as const }],
  });
  const at = { folder: folder.path, formats: ['csv'] as const, shop: shop(30, 300) };
  await runScripted({ ...at, policy: policy([1, 2]) });
  expect(await runScripted({ ...at, policy: policy([1]) })).toMatchObject({ rows: 30 });
});

test('channels that know products by their codes are protected from a fall too', async () => {
  for (const [formats, policy] of [
    [['woocommerce'], { sum: true }],
    [['google-local-inventory'], {}],
  ] as const) {
    await using folder = await temporaryFolder();
    const products = Array.from({ length: 40 }, (_, index) => ({
      productID: index + 1,
      code: `P${index + 1}`,
      code2: '',
    }));
    const at = {
      folder: folder.path,
      formats,
      policy: { rows: 'all', identifiers: true, ...policy } as const,
    };
    await runScripted({ ...at, shop: { stock: { 1: shop(40, 0).stock[1] }, products } });
    await expect(
      runScripted({ ...at, shop: { stock: { 1: shop(10, 0).stock[1] }, products } }),
    ).rejects.toThrow('30 of 40 available items');
  }
});
