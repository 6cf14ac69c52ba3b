import { expect, test } from 'vitest';

import { canaryPerson } from '@erply-kit/fixtures';

import { sqliteAddress } from '../src/database/database-address.ts';
import { runImport } from '../src/run-import.ts';
import { leaveResidue } from './leave-residue.ts';
import { canaryID, foundIn, openPeopleShop, peopleLanes, secrets } from './people-shop.ts';

test('people are copied only when they are asked for', async () => {
  await using shop = await openPeopleShop();
  const plain = await shop.obey('run');
  expect(plain).toMatchObject({ exitCode: 0, stderr: '' });
  expect(plain.stdout).not.toMatch(/customer|address/);
  expect(foundIn(shop.bytes())).toEqual([]);
  const asked = await shop.obey('run', ...peopleLanes);
  expect(asked).toMatchObject({ exitCode: 0, stderr: '' });
  expect(asked.stdout).toMatch(/^customers +full +60 /m);
  expect(shop.query('SELECT count(*) AS found FROM customers')).toEqual([{ found: 60 }]);
  expect(
    shop.query(`SELECT last_name, email, phone, birthday FROM customers WHERE id = ${canaryID}`),
  ).toEqual([
    {
      last_name: canaryPerson.lastName,
      email: canaryPerson.email,
      phone: canaryPerson.phone,
      birthday: canaryPerson.birthday,
    },
  ]);
  // A contact person says whose it is, a group which one is above it, an address whose it is.
  expect(
    shop.query('SELECT c.id FROM customers c JOIN customers e ON e.id = c.company_id').length,
  ).toBeGreaterThan(1);
  expect(
    shop.query('SELECT g.id FROM customer_groups g JOIN customer_groups p ON p.id = g.parent_id').length,
  ).toBeGreaterThan(0);
  expect(
    shop.query('SELECT position FROM customer_groups ORDER BY 1').map(({ position }) => position),
  ).toEqual([1, 2, 3, 4, 5, 6]);
  expect(
    shop.query('SELECT a.id FROM addresses a JOIN customers c ON c.id = a.owner_id').length,
  ).toBeGreaterThan(50);
  expect((await shop.obey('plan', ...peopleLanes)).stdout).toMatch(/^customers +incremental /m);
  expect((await shop.obey('status')).stdout).toMatch(/^customers +60 +0 +0 /m);
});

test('what another record says is in the row of that record alone, and up to date there', async () => {
  await using shop = await openPeopleShop();
  await shop.obey('run', ...peopleLanes);
  shop.account.clock.advance('1h');
  const [{ id, owner } = {}] = shop.query(
    'SELECT id, owner_id AS owner FROM addresses ORDER BY id DESC LIMIT 1',
  );
  shop.account.data('addresses').update(Number(id), { city: 'Newtown' });
  shop.account.data('customerGroups').update(1, { name: 'Renamed' });
  await shop.obey('run', ...peopleLanes);
  expect(shop.query(`SELECT city FROM addresses WHERE owner_id = ${owner}`)).toContainEqual({
    city: 'Newtown',
  });
  expect(shop.query('SELECT name FROM customer_groups WHERE id = 1')).toEqual([{ name: 'Renamed' }]);
  const repeated = `json_extract(record, '$.city') IS NOT NULL OR json_extract(record, '$.groupName') IS NOT NULL`;
  expect(shop.query(`SELECT id FROM customers WHERE ${repeated}`)).toEqual([]);
});

test('the addresses of a customer who is gone are gone too, whatever the log says of them', async () => {
  await using shop = await openPeopleShop();
  await shop.obey('run', ...peopleLanes);
  shop.account.clock.advance('1h');
  const alive = (owner: number) =>
    shop.query(`SELECT id FROM addresses WHERE owner_id = ${owner} AND deleted_at IS NULL`).length;
  const all = shop.query('SELECT id FROM addresses WHERE deleted_at IS NULL').length;
  const gone = alive(1030);
  expect(gone).toBeGreaterThan(0);
  shop.account.data('customers').remove(1030);
  await shop.obey('run', ...peopleLanes);
  expect(alive(1030)).toBe(0);
  expect(shop.query('SELECT id FROM addresses WHERE deleted_at IS NULL')).toHaveLength(all - gone);
  shop.account.data('customers').remove(1033);
  expect((await shop.obey('run', ...peopleLanes, '--full')).exitCode).toBe(0);
  expect([alive(1033), alive(1036) > 0]).toEqual([0, true]);
});

test('what is said of people names none of them', async () => {
  await using shop = await openPeopleShop();
  shop.account.addFault({ match: { request: 'getAddresses' }, times: 100, effect: { errorCode: 1060 } });
  const said = [
    await shop.obey('run', ...peopleLanes),
    await shop.obey('run', ...peopleLanes, '--json'),
    await shop.obey('plan', ...peopleLanes, '--json'),
    await shop.obey('status', '--json'),
    await shop.obey('forget', '100001', String(canaryID)),
    await shop.obey('forget', '100001', String(canaryID), '--yes', '--json'),
  ];
  for (const { stdout, stderr } of said) expect(foundIn(stdout + stderr)).toEqual([]);
});

test('only the columns that are asked for are filled, in no other place either, and nothing else is asked of Erply', async () => {
  await using shop = await openPeopleShop();
  const fields = ['--customer-fields', 'group_id, country_id', '--address-fields', 'owner_id'];
  expect(await shop.obey('run', ...peopleLanes, ...fields)).toMatchObject({ exitCode: 0, stderr: '' });
  expect(shop.query(`SELECT * FROM customers WHERE id = ${canaryID}`)).toMatchObject([
    { id: canaryID, group_id: expect.any(Number), full_name: null, email: null, last_modified: null },
  ]);
  const records = shop
    .query('SELECT record FROM customers')
    .map(({ record }) => Object.keys(JSON.parse(String(record))));
  expect(new Set(records.flat())).toEqual(new Set(['customerID', 'groupID', 'countryID']));
  expect(foundIn(shop.bytes())).toEqual([]);
  const { entries } = shop.account.journal({ request: 'getCustomers' });
  expect(new Set(entries.map(({ parameters }) => parameters.getFields))).toEqual(
    new Set(['customerID,groupID,countryID']),
  );
  // The database remembers: a run that does not say it again holds no more.
  shop.account.clock.advance('1h');
  shop.account.data('customers').update(canaryID, { mobile: '+1 202 555 0199' });
  expect(await shop.obey('run', ...peopleLanes)).toMatchObject({ exitCode: 0, stderr: '' });
  expect(shop.query('SELECT count(mobile) AS found FROM customers')).toEqual([{ found: 0 }]);
  expect((await shop.obey('status')).stdout).toContain('customers: only id, group_id, country_id\n');
  expect((await shop.obey('plan', ...peopleLanes)).stdout).toContain('addresses: only id, owner_id\n');
});

test('fewer columns are erased from the file; more are read in full', async () => {
  await using shop = await openPeopleShop();
  await shop.obey('run', ...peopleLanes);
  expect(foundIn(shop.bytes())).toEqual(secrets);
  const fewer = await shop.obey('run', ...peopleLanes, '--customer-fields', 'group_id');
  expect(fewer).toMatchObject({ exitCode: 0, stderr: '' });
  expect(fewer.stdout).toMatch(/^customers +incremental /m);
  expect(foundIn(shop.bytes())).toEqual([]);
  expect(shop.query('SELECT count(*) AS found FROM customers WHERE group_id IS NOT NULL')).toEqual([
    { found: 60 },
  ]);
  expect((await shop.obey('plan', ...peopleLanes, '--customer-fields', 'all')).stdout).toMatch(
    /^customers +full /m,
  );
  const more = await shop.obey('run', ...peopleLanes, '--customer-fields', 'all');
  expect(more.stdout).toMatch(/^customers +full +60 /m);
  expect(shop.query('SELECT count(email) AS found FROM customers')).toEqual([{ found: 60 }]);
  expect((await shop.obey('status')).stdout).not.toContain('only');
});

test('what a narrowing that was cut off has left in the file is erased, whatever is chosen next', async () => {
  await using shop = await openPeopleShop();
  await shop.obey('run', ...peopleLanes);
  const residue = leaveResidue(shop.path);
  const narrowed = runImport({
    ...{
      credentials: shop.credentials,
      database: sqliteAddress(shop.path),
      signal: AbortSignal.abort('SIGTERM'),
    },
    fields: new Map([['customers', ['group_id']]]),
  });
  await expect(narrowed).rejects.toBe('SIGTERM');
  expect(shop.bytes().includes(residue)).toBe(true);
  await shop.obey('run', ...peopleLanes, '--customer-fields', 'group_id,type');
  expect(shop.bytes().includes(residue)).toBe(false);
});
