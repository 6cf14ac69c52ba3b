import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

import { expect, test } from 'vitest';

import { startMock } from '@erply-kit/mock';

import { environment, runMain } from './run-main.ts';
import { temporaryFolder } from './temporary-folder.ts';

async function openShop() {
  const erply = await startMock({ products: 60, warehouses: 2 });
  const folder = temporaryFolder();
  const env = {
    ...environment(erply.url),
    ERPLY_PASSWORD: 'demouser',
    DATABASE_URL: `sqlite:${join(folder.path, 'erply.db')}`,
  };
  return {
    account: erply.account('100001'),
    ...{ env, folder },
    async [Symbol.asyncDispose]() {
      folder[Symbol.dispose]();
      await erply.close();
    },
  };
}

test('finds nothing amiss with an account and a database that are right, and says what it cost', async () => {
  await using shop = await openShop();
  const { exitCode, stdout } = await runMain(['doctor', '--lanes', 'warehouses,products,stock'], shop.env);
  expect(stdout).not.toMatch(/^(warn|FAIL)/m);
  expect(stdout).toMatch(/^ok {4}database: .*erply\.db holds nothing yet; the first run fills it$/m);
  expect(stdout).toMatch(/^ok {4}rights: the user may read all 3 lanes$/m);
  expect(stdout).toMatch(/^ok {4}quota: a run now would need \d+\.\d of the 6000 units/m);
  expect(stdout).toMatch(/^ok {4}cost: this has cost \d\.\d units, by \d+ requests$/m);
  expect(exitCode).toBe(0);
});

test('says what a refused login means, and does not try again', async () => {
  await using shop = await openShop();
  const { exitCode, stdout } = await runMain(['doctor'], { ...shop.env, ERPLY_PASSWORD: 'wrong' });
  expect(exitCode).toBe(1);
  expect(stdout).toMatch(/^FAIL {2}login: .*1051.*; put ERPLY_USERNAME and ERPLY_PASSWORD right/m);
  expect(shop.account.journal({ request: 'verifyUser' }).entries).toHaveLength(1);
});

test('says which lanes the user may not read', async () => {
  await using shop = await openShop();
  shop.account.addFault({ match: { request: 'getBrands' }, times: 1, effect: { errorCode: 1060 } });
  const args = ['doctor', '--json', '--lanes', 'warehouses,brands,products'];
  const { exitCode, stdout } = await runMain(args, shop.env);
  expect(exitCode).toBe(1);
  const { ok, findings } = JSON.parse(stdout);
  expect(ok).toBe(false);
  expect(findings.filter(({ state }: { state: string }) => state === 'fail')).toMatchObject([
    {
      check: 'rights',
      message: expect.stringMatching(/^brands: .*1060/),
      advice: expect.stringContaining('leave brands out'),
    },
  ]);
});

test('says when the clocks are apart, when others can read secrets, and when the database is of somebody else', async () => {
  await using shop = await openShop();
  const path = join(shop.folder.path, 'password');
  writeFileSync(path, 'demouser');
  chmodSync(path, 0o644);
  using other = new DatabaseSync(join(shop.folder.path, 'erply.db'));
  other.exec('CREATE TABLE orders (id INTEGER)');
  const env = { ...shop.env, ERPLY_PASSWORD: '', ERPLY_PASSWORD_FILE: path };
  const now = () => Date.now() + 600_000;
  const { exitCode, stdout } = await runMain(['doctor', '--lanes', 'warehouses'], env, { now });
  expect(exitCode).toBe(1);
  expect(stdout).toMatch(/^warn {2}files: the file of ERPLY_PASSWORD_FILE can be read by others/m);
  expect(stdout).toMatch(/^warn {2}clock: this machine is (599|600|601) s ahead of Erply's clock/m);
  expect(stdout).toMatch(/^FAIL {2}database: .*belongs to another program/m);
});
