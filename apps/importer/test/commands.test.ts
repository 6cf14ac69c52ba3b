import { join } from 'node:path';

import { expect, test } from 'vitest';

import { startMock } from '@erply-kit/mock';

import { startImporter } from './importer-process.ts';
import { runMain } from './run-main.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** A small shop, and an environment that copies it. */
async function openShop() {
  const erply = await startMock({ products: 60, warehouses: 2, now: '2026-03-02T10:00:00Z', frozen: true });
  const folder = temporaryFolder();
  const env = {
    ERPLY_CLIENT_CODE: '100001',
    ERPLY_USERNAME: 'demo',
    ERPLY_PASSWORD: 'demouser',
    ERPLY_API_URL: erply.url,
    DATABASE_URL: `sqlite:${join(folder.path, 'erply.db')}`,
  };
  return {
    account: erply.account('100001'),
    env,
    folder,
    url: erply.url,
    async [Symbol.asyncDispose]() {
      folder[Symbol.dispose]();
      await erply.close();
    },
  };
}

test('plan tells what run costs, before and after', async () => {
  await using shop = await openShop();
  const first = await runMain(['plan'], shop.env);
  expect(first).toMatchObject({ exitCode: 0, stderr: '' });
  expect(first.stdout).toMatch(/^products +full +60 +\d+ +0\.3$/m);
  await runMain(['run'], shop.env);
  const { stdout } = await runMain(['plan', '--json', '--lanes', 'stock,products'], shop.env);
  const { lanes } = JSON.parse(stdout);
  expect(lanes).toMatchObject([
    { lane: 'products', mode: 'incremental', records: 0, resumes: false },
    { lane: 'stock', mode: 'incremental' },
  ]);
});

test('run prints a table, and status what the database holds', async () => {
  await using shop = await openShop();
  const { stdout, stderr, exitCode } = await runMain(['run'], shop.env);
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  expect(stdout).toMatch(/^lane +mode +records +deleted +requests +units +seconds\nwarehouses +full +2 /);
  expect(stdout).toMatch(/^products +full +60 +0 /m);
  const status = await runMain(['status'], shop.env);
  expect(status.stdout).toMatch(/^account 100001\n/);
  expect(status.stdout).toMatch(/^brands +30 +0 +0 .* complete$/m);
  expect(status.stdout).toMatch(
    /^products +60 +0 +0 +2026-03-02T09:58:59Z +complete$|^products +60 +0 +0 +2026-03-02T09:59:00Z +complete$/m,
  );
});

test('run --json prints events and a report as lines of JSON', async () => {
  await using shop = await openShop();
  const { stdout, stderr } = await runMain(['run', '--json', '--lanes=warehouses'], shop.env);
  const events = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(stderr).toBe('');
  expect(events.map(({ event }) => event)).toEqual(['progress', 'progress', 'progress', 'lane', 'report']);
  expect(events.at(-1)).toMatchObject({ outcome: 'completed', lanes: [{ lane: 'warehouses', records: 2 }] });
});

test('too many deletions are refused with exit code 1, until they are confirmed', async () => {
  await using shop = await openShop();
  await runMain(['run'], shop.env);
  shop.account.clock.advance('1h');
  for (let id = 1; id <= 55; id += 1) shop.account.data('products').remove(id);
  const refused = await runMain(['run'], shop.env);
  expect(refused).toMatchObject({
    exitCode: 1,
    stderr:
      'importer: products: 55 of 60 records would be removed at once, so nothing was removed; if that is right, run again with --confirm-deletions\n' +
      'importer: stock: 55 of 60 products would be removed at once, so no amount was set to 0; if that is right, run again with --confirm-deletions\n',
  });
  expect(refused.stdout).toMatch(/^products +incremental, refused/m);
  const confirmed = await runMain(['run', '--confirm-deletions'], shop.env);
  expect(confirmed).toMatchObject({ exitCode: 0, stderr: '' });
  expect(confirmed.stdout).toMatch(/^products +incremental +0 +55 /m);
});

test('flags go before the environment', async () => {
  await using shop = await openShop();
  const env = { ...shop.env, DATABASE_URL: 'sqlite:/proc/nowhere.db' };
  const { exitCode } = await runMain(
    ['run', '--lanes', 'warehouses', '--database', shop.env.DATABASE_URL],
    env,
  );
  expect(exitCode).toBe(0);
});

for (const [signal, exitCode] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const) {
  test(`${signal} ends a run behind its transaction, and the next run goes on`, async () => {
    await using shop = await openShop();
    shop.account.setConfig({ set: { getProductsMax: 5 } });
    const credentials = { clientCode: '100001', username: 'demo', password: 'demouser', url: shop.url };
    const importer = startImporter({ args: ['run', '--json'], cwd: shop.folder.path, credentials });
    importer.child.stdout.once('data', () => importer.child.kill(signal));
    expect(await importer.ended()).toBe(exitCode);
    expect(importer.stderr()).toBe('importer: stopped; run again to continue\n');
    expect(importer.stdout()).toContain('"outcome":"stopped"');
    const env = { ...shop.env, DATABASE_URL: `sqlite:${join(shop.folder.path, '.data', 'erply.db')}` };
    expect((await runMain(['run'], env)).stdout).toMatch(/^all /m);
  });
}
