import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

import { expect, test } from 'vitest';

import { sqliteAddress } from '../src/database/database-address.ts';
import { compactDatabase } from '../src/database/sqlite/compact-database.ts';
import { lockSqliteFile } from '../src/database/sqlite/lock-sqlite-file.ts';
import { forgetPerson } from '../src/forget-person.ts';
import { leaveResidue } from './leave-residue.ts';
import { makeSchema1 } from './make-schema-1.ts';
import { canaryID, foundIn, openPeopleShop, peopleLanes, secrets } from './people-shop.ts';
import { runMain } from './run-main.ts';
import { temporaryFolder } from './temporary-folder.ts';

const whom = ['forget', '100001', String(canaryID)];

const nickname = 'Tõnu Täpitäht';

/** A copy of a shop with people, in which the canary has been changed, so that old values lie about in its file. */
async function openCopy() {
  const shop = await openPeopleShop();
  await shop.obey('run', ...peopleLanes);
  for (const mobile of ['+1 202 555 0101', '+1 202 555 0102']) {
    shop.account.clock.advance('1h');
    shop.account.data('customers').update(canaryID, { mobile, notes: `${nickname} "${mobile}"` });
    await shop.obey('run', ...peopleLanes);
  }
  using database = new DatabaseSync(shop.path);
  database.exec(`INSERT INTO dead_letters (client_code, lane, record_id, warehouse_id, path, message, written_at) VALUES
    ('100001', 'customers', ${canaryID}, 0, 'code', 'missing', 1), ('100001', 'customers', 1003, 0, 'code', 'missing', 1)`);
  return shop;
}

const rowsOf = (shop: Awaited<ReturnType<typeof openCopy>>) => ({
  customers: shop.query(`SELECT id FROM customers WHERE id = ${canaryID}`).length,
  addresses: shop.query(`SELECT id FROM addresses WHERE owner_id = ${canaryID}`).length,
  deadLetters: shop.query(`SELECT 1 FROM dead_letters WHERE record_id = ${canaryID}`).length,
});

test('forget erases a person from all rows and from every byte of the files', async () => {
  await using shop = await openCopy();
  expect(foundIn(shop.bytes())).toEqual(secrets);
  const inUtf8 = Buffer.from(nickname).toString('latin1');
  expect(shop.bytes()).toContain(inUtf8);
  const before = rowsOf(shop);
  expect(before).toMatchObject({ customers: 1, deadLetters: 1 });
  expect(before.addresses).toBeGreaterThan(0);
  const done = await shop.obey(...whom, '--yes');
  expect(done).toMatchObject({ exitCode: 0, stderr: '' });
  expect(done.stdout).toMatch(
    /^erased 1 customer, \d address(es)?, 1 dead letter; customer 1002 does not come in again/,
  );
  expect(rowsOf(shop)).toEqual({ customers: 0, addresses: 0, deadLetters: 0 });
  const bytes = shop.bytes();
  expect(foundIn(bytes)).toEqual([]);
  expect(bytes).not.toContain('+1 202 555 0101');
  expect(bytes).not.toContain('+1 202 555 0102');
  expect(bytes).not.toContain(inUtf8);
  // Nobody else is gone.
  expect(shop.query('SELECT count(*) AS found FROM customers')).toEqual([{ found: 59 }]);
  expect(shop.query('SELECT record_id FROM dead_letters')).toEqual([{ record_id: 1003 }]);
  expect(shop.query('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
});

test('the person does not come back, changed or read in full, until that is undone', async () => {
  await using shop = await openCopy();
  await shop.obey(...whom, '--yes');
  shop.account.clock.advance('1h');
  shop.account.data('customers').update(canaryID, { mobile: '+1 202 555 0103' });
  for (const full of [[], ['--full']]) {
    expect(await shop.obey('run', ...peopleLanes, ...full)).toMatchObject({ exitCode: 0, stderr: '' });
    expect(rowsOf(shop)).toEqual({ customers: 0, addresses: 0, deadLetters: 0 });
  }
  expect(foundIn(shop.bytes())).toEqual([]);
  expect((await shop.obey('status')).stdout).toContain('forgotten customers: 1002\n');
  const status = JSON.parse((await shop.obey('status', '--json')).stdout);
  expect(status.accounts[0].forgotten).toEqual([{ id: canaryID, forgottenAt: expect.any(Number) }]);
  expect(shop.query('SELECT * FROM forgotten')).toEqual([
    { client_code: '100001', id: canaryID, forgotten_at: expect.any(Number) },
  ]);
  const undone = await shop.obey(...whom, '--undo');
  expect(undone).toEqual({
    exitCode: 0,
    stderr: '',
    stdout: 'customer 1002 may come in again: with the next change, or with run --full\n',
  });
  await shop.obey('run', ...peopleLanes, '--full');
  expect(rowsOf(shop).customers).toBe(1);
});

test('a full read that is resumed counts whom it has left out', async () => {
  await using shop = await openPeopleShop(250);
  await shop.obey('run', ...peopleLanes);
  await shop.obey(...whom, '--yes');
  // The second page of the next full read fails once, so the first is committed before it ends.
  shop.account.addFault({ match: { request: 'getCustomers', page: 2, nth: 1 }, effect: { errorCode: 1060 } });
  expect((await shop.obey('run', ...peopleLanes, '--full')).exitCode).toBe(1);
  expect((await shop.obey('run', ...peopleLanes)).stdout).toMatch(/^customers +full, resumed +150 /m);
  expect(shop.query('SELECT count(*) AS found FROM customers')).toEqual([{ found: 249 }]);
});

test('a company that is erased is not named by its contact persons', async () => {
  await using shop = await openPeopleShop();
  await shop.obey('run', ...peopleLanes);
  const [{ id, name } = {}] = shop.query(
    'SELECT company.id, company.full_name AS name FROM customers AS company JOIN customers AS person ON person.company_id = company.id',
  );
  expect(shop.bytes()).toContain(name);
  expect((await shop.obey('forget', '100001', String(id), '--yes')).exitCode).toBe(0);
  await shop.obey('run', ...peopleLanes, '--full');
  expect(shop.query(`SELECT id FROM customers WHERE company_id = ${id}`)).toHaveLength(1);
  expect(shop.bytes()).not.toContain(name);
});

test('without --yes it says what there is, and changes nothing', async () => {
  await using shop = await openCopy();
  const before = rowsOf(shop);
  const { exitCode, stdout, stderr } = await shop.obey(...whom);
  expect({ exitCode, stderr }).toEqual({
    exitCode: 1,
    stderr: 'importer: nothing was erased; to erase it, and keep it out of later runs, add --yes\n',
  });
  expect(stdout).toMatch(/^there is 1 customer, \d address(es)?, 1 dead letter\n$/);
  expect(rowsOf(shop)).toEqual(before);
  expect(shop.query('SELECT * FROM forgotten')).toEqual([]);
});

test('with --json it is one line', async () => {
  await using shop = await openCopy();
  const { addresses } = rowsOf(shop);
  const { stdout } = await shop.obey(...whom, '--yes', '--json');
  expect(JSON.parse(stdout)).toEqual({
    ...{ event: 'forget', clientCode: '100001', id: canaryID, erased: true },
    rows: {
      customers: 1,
      suppliers: 0,
      addresses,
      deadLetters: 1,
      salesDocuments: 0,
      payments: 0,
      purchaseDocuments: 0,
    },
  });
});

test('somebody who is not there yet stays out, and an account that is not there is an error', async () => {
  await using shop = await openPeopleShop();
  await shop.obey('run', '--lanes', 'warehouses');
  expect((await shop.obey(...whom, '--yes')).stdout).toMatch(
    /^erased nothing; customer 1002 does not come in again/,
  );
  await shop.obey('run', ...peopleLanes);
  expect(foundIn(shop.bytes())).toEqual([]);
  expect(await shop.obey('forget', '100002', String(canaryID), '--yes')).toEqual({
    exitCode: 1,
    stdout: '',
    stderr: `importer: database ${shop.path}: holds nothing of an account 100002\n`,
  });
});

test('it does not run beside an import', async () => {
  await using shop = await openCopy();
  using _import = lockSqliteFile(shop.path);
  expect(await shop.obey(...whom, '--yes')).toMatchObject({
    exitCode: 1,
    stderr: `importer: database ${shop.path}: another run is writing to it\n`,
  });
  expect(rowsOf(shop).customers).toBe(1);
});

test('a reader that holds on to the old state is named, and the next try erases what is left', async () => {
  await using shop = await openCopy();
  {
    using reader = new DatabaseSync(shop.path);
    reader.exec('BEGIN');
    reader.prepare('SELECT count(*) FROM customers').get();
    const erasing = compactDatabase({
      ...{ path: shop.path, busyTimeoutMs: 10, onProgress: () => {}, signal: new AbortController().signal },
    });
    await expect(erasing).rejects.toThrow(
      `database ${shop.path}: another program is reading it, so its files may still hold what was erased; end that program, and run this again`,
    );
  }
  await shop.obey(...whom, '--yes');
  expect(foundIn(shop.bytes())).toEqual([]);
});

test('what a forget that was cut off has left in the file is erased by the next import', async () => {
  await using shop = await openCopy();
  const residue = leaveResidue(shop.path);
  const signal = AbortSignal.abort('SIGTERM');
  const cutOff = forgetPerson({
    ...{ database: sqliteAddress(shop.path), person: { clientCode: '100001', id: canaryID }, signal },
    ...{ now: () => 1_800_000_000_000, onProgress: () => {} },
  });
  await expect(cutOff).rejects.toBe('SIGTERM');
  expect(shop.query('SELECT forgotten_at FROM forgotten')).toEqual([{ forgotten_at: 0 }]);
  expect(shop.bytes().includes(residue)).toBe(true);
  await shop.obey('run', '--lanes', 'warehouses');
  expect(shop.bytes().includes(residue)).toBe(false);
  expect(shop.query('SELECT forgotten_at FROM forgotten WHERE forgotten_at > 0')).toHaveLength(1);
});

test('what a forget that was cut off has left in the file is erased before the person may come in again', async () => {
  await using shop = await openCopy();
  const residue = leaveResidue(shop.path);
  const cutOff = forgetPerson({
    ...{ database: sqliteAddress(shop.path), person: { clientCode: '100001', id: canaryID } },
    ...{ signal: AbortSignal.abort('SIGTERM'), now: () => 1_800_000_000_000, onProgress: () => {} },
  });
  await expect(cutOff).rejects.toBe('SIGTERM');
  expect(shop.bytes().includes(residue)).toBe(true);
  expect(await shop.obey(...whom, '--undo')).toMatchObject({ exitCode: 0, stderr: '' });
  expect(shop.bytes().includes(residue)).toBe(false);
  expect(shop.query('SELECT * FROM forgotten')).toEqual([]);
});

test('a database of an older importer is brought up to date for it', async () => {
  using folder = temporaryFolder();
  const path = join(folder.path, 'erply.db');
  makeSchema1(path);
  const args = (yes: string[]) => ['forget', '100001', '7', ...yes, '--database', `sqlite:${path}`];
  const asked = await runMain(args([]));
  expect(asked.stdout).toBe('there is nothing\n');
  copyFileSync(path, join(folder.path, 'before.db'));
  expect(await runMain(args(['--yes']))).toMatchObject({ exitCode: 0, stderr: '' });
  using database = new DatabaseSync(path, { readOnly: true });
  expect(database.prepare('SELECT id FROM forgotten').all()).toEqual([{ id: 7 }]);
});
