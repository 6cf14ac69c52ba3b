import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

import { expect, test } from 'vitest';

import { startMock } from '@erply-kit/mock';
import { propertyScale } from '@erply-kit/tooling/property';

import { auditStory } from './audit-story.ts';
import { readDatabase } from './read-database.ts';
import { runMain } from './run-main.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** The count that is promised, in `pnpm test:deep`. */
const products = propertyScale > 1 ? 100_000 : 600;

test(`50 of 50 differences in ${products} products are found and mended`, async () => {
  await using erply = await startMock({ products, now: '2026-03-02T10:00:00Z', frozen: true });
  using folder = temporaryFolder();
  const path = join(folder.path, 'erply.db');
  const costUnits = await auditStory(
    erply,
    {
      url: `sqlite:${path}`,
      changedRecord: "json_set(record, '$.longdesc', 'injected')",
      async exec(text) {
        database ??= new DatabaseSync(path);
        database.exec(text);
      },
      async readProducts() {
        using reader = new DatabaseSync(path, { readOnly: true });
        const rows = reader.prepare('select * from products where deleted_at is null order by id').all();
        return JSON.stringify(rows);
      },
    },
    products,
  );
  database?.close();
  if (products === 100_000) process.stderr.write(`audit of ${products} products: ${costUnits} units\n`);
  expect(costUnits).toBeLessThanOrEqual(12);
});

let database: DatabaseSync | undefined;

async function openShop(options: { readonly customers?: number } = {}) {
  const erply = await startMock({
    ...{ products: 60, warehouses: 2, now: '2026-03-02T10:00:00Z', frozen: true },
    ...options,
  });
  const folder = temporaryFolder();
  const path = join(folder.path, 'erply.db');
  const env = {
    ERPLY_CLIENT_CODE: '100001',
    ERPLY_USERNAME: 'demo',
    ERPLY_PASSWORD: 'demouser',
    ERPLY_API_URL: erply.url,
    DATABASE_URL: `sqlite:${path}`,
  };
  return {
    account: erply.account('100001'),
    path,
    run: (...args: string[]) => runMain(args, env),
    exec(text: string) {
      using open = new DatabaseSync(path);
      open.exec(text);
    },
    read: () => JSON.stringify(Object.entries(readDatabase(path)).map(([name, rows]) => [name, [...rows]])),
    async [Symbol.asyncDispose]() {
      folder[Symbol.dispose]();
      await erply.close();
    },
  };
}

test('an audit of a copy that is equal ends with 0 and says what it costs before and after', async () => {
  await using shop = await openShop();
  await shop.run('run');
  shop.account.clock.advance('1h');
  const before = shop.read();
  const { exitCode, stdout, stderr } = await shop.run('audit', '--full');
  expect(exitCode).toBe(0);
  const [, planned] = /for some ([\d.]+) units/.exec(stderr) ?? [];
  expect(stdout).toMatch(/^products +equal +60 +0 +0 +0 +0 +0 +0\.3$/m);
  expect(stdout).toContain(`requests, ${planned} units.\n`);
  expect(shop.read()).toBe(before);
});

test('a sample says what it proves, and the same rows can be looked at again', async () => {
  await using shop = await openShop();
  await shop.run('run');
  shop.account.clock.advance('1h');
  const { exitCode, stdout } = await shop.run(
    'audit',
    '--sample',
    '20',
    '--seed',
    '7',
    '--lanes',
    'products',
  );
  expect(exitCode).toBe(0);
  expect(stdout).toContain(
    'products: 20 of 60 rows were looked at; were 14 % or more of them wrong, one would have been found 19 times of 20.\n',
  );
  expect(stdout).toContain('The same rows again: --sample 20 --seed 7\n');
  shop.exec('update products set name = name || id');
  const first = await shop.run('audit', '--sample', '5', '--seed', '7', '--lanes', 'products');
  const second = await shop.run('audit', '--sample', '5', '--seed', '7', '--lanes', 'products');
  expect(first).toMatchObject({ exitCode: 3, stdout: expect.stringContaining('name 5\n') });
  expect(second.stdout).toBe(first.stdout);
});

test('a product that has come to nothing is in no file, and a sample does not miss it', async () => {
  await using shop = await openShop();
  const { stockMovements } = shop.account;
  const productID = shop.account.data('products').insert({ name: 'Sold out', groupID: 1 });
  for (const [warehouseID, amount] of [
    [1, 5],
    [1, -5],
    [2, 3],
  ] as const)
    stockMovements.insert({ productID, warehouseID, amount });
  await shop.run('run');
  const { exitCode, stdout } = await shop.run('audit', '--lanes', 'stock');
  expect(stdout).toMatch(/^stock +equal/m);
  expect(exitCode).toBe(0);
});

test('an audit that would cost more than is allowed asks nothing', async () => {
  await using shop = await openShop();
  await shop.run('run');
  const refused = await shop.run('audit', '--full', '--max-units', '2');
  expect(refused).toMatchObject({ exitCode: 1, stdout: '' });
  expect(refused.stderr).toContain('more than --max-units 2; nothing was asked');
});

test('a database that is not there is one line, and none is made by an audit, a repair or a redrive', async () => {
  await using shop = await openShop();
  for (const command of ['audit', 'repair', 'redrive'])
    expect(await shop.run(command)).toMatchObject({
      exitCode: 1,
      stderr: expect.stringMatching(/does not exist; the command "run" makes it\n$/),
    });
});

test('differences of people are named by field and ID, never by what they say', async () => {
  await using shop = await openShop({ customers: 30 });
  await shop.run('run', '--lanes', 'customers');
  shop.account.clock.advance('1h');
  shop.exec("update customers set full_name = 'Somebody Else' where id = (select min(id) from customers)");
  const { exitCode, stdout } = await shop.run('audit', '--full', '--lanes', 'customers');
  expect(exitCode).toBe(3);
  expect(stdout).toContain('customers, fields that differ: fullName 1\n');
  expect(stdout).not.toContain('Somebody');
  const dry = await shop.run('run', '--dry-run', '--values', '--full', '--lanes', 'customers');
  expect(dry.stdout).toContain('customers, fields that differ: fullName 1\n');
  expect(dry.stdout).not.toContain('Somebody');
});

test('a dry run says field by field what would change, and writes nothing', async () => {
  await using shop = await openShop();
  await shop.run('run');
  shop.account.clock.advance('1h');
  shop.account.data('products').update(3, { name: 'Renamed' });
  shop.account.data('products').remove(20);
  shop.account.data('products').insert({ name: 'New', groupID: 1 });
  const before = shop.read();
  const { exitCode, stdout } = await shop.run('run', '--dry-run');
  expect(exitCode).toBe(0);
  expect(stdout).toMatch(/^products +incremental +1 +0 +1 +1 +0 +\d/m);
  expect(stdout).toMatch(/^products, fields that differ: .*\bname 1\b/m);
  expect(stdout).toContain('Nothing was written.');
  expect(stdout).not.toContain('Renamed');
  expect(shop.read()).toBe(before);
  const shown = await shop.run('run', '--dry-run', '--values', '--lanes', 'products');
  expect(shown.stdout).toContain('-> "Renamed"\n');
});

test('a dry run without a database counts all as new, and makes no file', async () => {
  await using shop = await openShop();
  const { exitCode, stdout } = await shop.run('run', '--dry-run', '--json', '--lanes', 'products,warehouses');
  expect(exitCode).toBe(0);
  const report = JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '');
  expect(report.lanes).toMatchObject([
    { lane: 'products', changes: { missing: 60, changed: 0 } },
    { lane: 'warehouses', changes: { missing: 2 } },
  ]);
  expect(await shop.run('status')).toMatchObject({
    exitCode: 1,
    stderr: expect.stringContaining('does not exist'),
  });
});
