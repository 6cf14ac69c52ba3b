import { expect, test } from 'vitest';

import { startMock } from '@erply-kit/mock';

import { runImport } from '../../src/run-import.ts';
import { askedLanes, openDocumentShop } from '../document-shop.ts';
import { canaryID, peopleLanes, secrets } from '../people-shop.ts';
import { recordTables } from '../read-database.ts';
import { readShop } from '../read-shop.ts';
import { runMain } from '../run-main.ts';
import { openSchema, type TestSchema } from './postgres-server.ts';

/** What the schema says the shop holds, by table and key. */
async function readSchema({ name, query }: TestSchema, clientCode = '100001') {
  const records = async (table: string) => {
    const rows = await query(
      `select id, record from "${name}"."${table}" where client_code = $1 and deleted_at is null`,
      [clientCode],
    );
    return new Map(rows.map(({ id, record }) => [`${id}`, record]));
  };
  const amounts = await query(
    `select product_id, warehouse_id, amount_in_stock::float8 as stock, amount_reserved::float8 as reserved
     from "${name}".stock where client_code = $1 and (amount_in_stock <> 0 or amount_reserved <> 0)`,
    [clientCode],
  );
  return {
    ...Object.fromEntries(
      await Promise.all(recordTables.map(async (table) => [table, await records(table)])),
    ),
    stock: new Map(
      amounts.map((row) => [`${row.product_id}/${row.warehouse_id}`, [row.stock, row.reserved]]),
    ),
  };
}

test('an import on PostgreSQL ends equal to the shop, and again after changes', async () => {
  await using erply = await startMock({ products: 300, warehouses: 3 });
  await using schema = await openSchema();
  const account = erply.account('100001');
  account.setConfig({ set: { getProductsMax: 40 } });
  const credentials = { clientCode: '100001', username: 'demo', password: 'demouser', url: erply.url };
  const options = { credentials, database: schema.address };
  await runImport(options);
  expect(await readSchema(schema)).toEqual(await readShop(credentials));
  account.clock.advance('1h');
  account.data('products').update(7, { name: 'Renamed \\u0041 "quoted" {a,b} \\ ä 😀' });
  account.data('products').remove(8);
  account.stockMovements.insert({ productID: 9, warehouseID: 1, amount: 12.5 });
  const { lanes } = await runImport(options);
  expect(lanes.find(({ lane }) => lane === 'products')).toMatchObject({
    ...{ mode: 'incremental', records: 1, deletions: 1, deadLetters: 0 },
  });
  expect(await readSchema(schema)).toEqual(await readShop(credentials));
  for (const view of ['sellable_products', 'available_stock', 'changes_of_last_day', 'deleted_records'])
    expect(await schema.query(`select * from "${schema.name}"."${view}" limit 1`), view).toHaveLength(1);
  await runImport({ ...options, full: true });
  expect(await readSchema(schema)).toEqual(await readShop(credentials));
});

test('money stays exact, and a record is JSON that SQL can look into', async () => {
  await using erply = await startMock({ products: 5, warehouses: 1 });
  await using schema = await openSchema();
  const credentials = { clientCode: '100001', username: 'demo', password: 'demouser', url: erply.url };
  erply.account('100001').data('products').update(3, { price: 0.1, cost: 1234567890.123456 });
  await runImport({ credentials, database: schema.address });
  const [row] = await schema.query(
    `select price + 0.2 as sum, cost, pg_typeof(price)::text as money, pg_typeof(id)::text as key, record ->> 'brandName' as brand
     from "${schema.name}".products where id = 3`,
  );
  expect(row).toEqual({
    ...{ sum: '0.3', cost: '1234567890.123456', money: 'numeric', key: 'bigint' },
    brand: expect.any(String),
  });
});

test('two accounts are imported at the same time into one schema, and do not touch each other', async () => {
  await using erply = await startMock({ products: 60, warehouses: 2 });
  await using schema = await openSchema();
  const credentialsOf = (clientCode: string) => ({
    ...{ clientCode, username: 'demo', password: 'demouser', url: erply.url },
  });
  erply.account('200002').data('products').remove(5);
  const codes = ['100001', '200002'];
  // Both find an empty database, and both want to make the tables.
  await Promise.all(
    codes.map((code) => runImport({ credentials: credentialsOf(code), database: schema.address })),
  );
  for (const code of codes)
    expect(await readSchema(schema, code)).toEqual(await readShop(credentialsOf(code)));
});

test('plan and status work on it, before and after; the address is printed without user and password', async () => {
  await using erply = await startMock({ products: 60, warehouses: 2 });
  await using schema = await openSchema();
  const env = {
    ...{ ERPLY_CLIENT_CODE: '100001', ERPLY_USERNAME: 'demo', ERPLY_PASSWORD: 'demouser' },
    ...{ ERPLY_API_URL: erply.url, DATABASE_URL: schema.url },
  };
  expect(await runMain(['status'], env)).toEqual({
    exitCode: 1,
    stdout: '',
    stderr: `importer: database ${schema.address.label}: has no tables of the importer; the command "run" makes them\n`,
  });
  expect(schema.address.label).toMatch(/^postgres:\/\/127\.0\.0\.1:\d+\/postgres\?schema=test_\d+$/);
  expect((await runMain(['plan'], env)).stdout).toMatch(/^products +full +60 /m);
  // A plan makes nothing.
  expect(await schema.query('select 1 from pg_namespace where nspname = $1', [schema.name])).toEqual([]);
  expect(await runMain(['run'], env)).toMatchObject({ exitCode: 0, stderr: '' });
  expect((await runMain(['status'], env)).stdout).toMatch(/^products +60 +0 +0 .* complete$/m);
  expect((await runMain(['plan'], env)).stdout).toMatch(/^products +incremental +0 /m);
  expect(await runMain(['backup', 'copy.db'], env)).toEqual({
    exitCode: 1,
    stdout: '',
    stderr: `importer: database ${schema.address.label}: a backup of PostgreSQL is made by its own pg_dump: pg_dump --schema=${schema.name}\n`,
  });
});

test('people and documents: fewer columns, forget, and nobody comes back', async () => {
  await using shop = await openDocumentShop();
  await using schema = await openSchema();
  const lanes = `${peopleLanes[1]},${askedLanes[1]}`;
  const obey = (...args: string[]) => shop.obey(...args, '--database', schema.url);
  const everything = async () => {
    const tables = await schema.query('select tablename from pg_tables where schemaname = $1', [schema.name]);
    const rows: unknown[] = [];
    for (const { tablename } of tables)
      rows.push(await schema.query(`select * from "${schema.name}"."${tablename}"`));
    return JSON.stringify(rows);
  };
  const found = async () => {
    const text = await everything();
    return secrets.filter((secret) => text.includes(secret));
  };
  expect(await obey('run', '--lanes', lanes)).toMatchObject({ exitCode: 0, stderr: '' });
  expect(await found()).toEqual(secrets);
  expect(
    await schema.query(`select count(*)::int as found from "${schema.name}".sales_document_rows`),
  ).toEqual([{ found: 4 }]);

  const inStatistics = async () => {
    const text = JSON.stringify(
      await schema.query('select * from pg_stats where schemaname = $1', [schema.name]),
    );
    return secrets.filter((secret) => text.includes(secret));
  };
  await schema.query('analyze');
  expect(await inStatistics()).not.toEqual([]);
  const asked = await obey('forget', '100001', String(canaryID));
  expect(asked).toMatchObject({ exitCode: 1 });
  expect(asked.stdout).toMatch(/^there is 1 customer/);
  const erased = await obey('forget', '100001', String(canaryID), '--yes');
  expect(erased).toMatchObject({ exitCode: 0, stderr: '' });
  expect(await found()).toEqual([]);
  // Nor do the statistics of the columns name anybody.
  expect(await inStatistics()).toEqual([]);
  expect(
    await schema.query(`select client_id from "${schema.name}".sales_documents order by id`),
  ).toMatchObject([{ client_id: null }, { client_id: '1003' }, { client_id: '1003' }]);

  shop.account.clock.advance('1h');
  shop.account.data('customers').update(canaryID, { mobile: '+1 202 555 0103' });
  for (const full of [[], ['--full']])
    expect(await obey('run', '--lanes', lanes, ...full)).toMatchObject({ exitCode: 0, stderr: '' });
  expect(await found()).toEqual([]);

  const fewer = ['run', '--lanes', 'customers', '--customer-fields', 'group_id'];
  expect(await obey(...fewer)).toMatchObject({ exitCode: 0, stderr: '' });
  const names = await schema.query(
    `select count(full_name)::int as columns, count(record ->> 'fullName')::int as fields, min(is_erased)::int as erased
     from "${schema.name}".customers, "${schema.name}".chosen_columns`,
  );
  expect(names).toEqual([{ columns: 0, fields: 0, erased: 1 }]);
  expect(await obey('forget', '100001', String(canaryID), '--undo')).toMatchObject({ exitCode: 0 });
});

test('while somebody reads an older state, forget says that it is not done', async () => {
  await using shop = await openDocumentShop();
  await using schema = await openSchema();
  const obey = (...args: string[]) => shop.obey(...args, '--database', `${schema.url}&lock_timeout=1`);
  await obey('run', ...peopleLanes);
  await schema.query('begin isolation level repeatable read');
  await schema.query(`select count(*) from "${schema.name}".brands`);
  const whom = ['forget', '100001', String(canaryID), '--yes'];
  expect(await obey(...whom)).toEqual({
    exitCode: 1,
    stdout: '',
    stderr: `importer: database ${schema.address.label}: another program is reading it, so it may still hold what was erased; end that program (pg_stat_activity shows it), and run this again\n`,
  });
  const noted = `select forgotten_at::int from "${schema.name}".forgotten`;
  await schema.query('commit');
  expect(await schema.query(noted)).toEqual([{ forgotten_at: 0 }]);
  expect(await obey(...whom)).toMatchObject({ exitCode: 0, stderr: '' });
  expect(await schema.query(noted)).not.toEqual([{ forgotten_at: 0 }]);
});
