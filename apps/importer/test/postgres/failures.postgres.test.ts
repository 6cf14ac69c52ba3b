import { expect, test } from 'vitest';

import { startMock } from '@erply-kit/mock';
import { startPostgresServer } from '@erply-kit/tooling/postgres-server';

import { databaseAddress } from '../../src/database/database-address.ts';
import { runImport } from '../../src/run-import.ts';
import { canary, environment, runMain } from '../run-main.ts';
import { openSchema, sharedServer } from './postgres-server.ts';
import { startCutter } from './start-cutter.ts';

const nowhere = 'http://127.0.0.1:1';

/** A command that must fail with this one line behind the label of its database. */
async function expectFailure(url: string, line: string, args: readonly string[] = ['run']) {
  const { label } = databaseAddress(url);
  expect(await runMain([...args, '--database', url], environment(nowhere))).toEqual({
    exitCode: 1,
    stdout: '',
    stderr: `importer: database ${label}: ${line}\n`,
  });
}

async function openShop(products = 60) {
  const erply = await startMock({ products, warehouses: 2 });
  erply.account('100001').setConfig({ set: { getProductsMax: 10 } });
  const credentials = { clientCode: '100001', username: 'demo', password: 'demouser', url: erply.url };
  return { credentials, account: erply.account('100001'), [Symbol.asyncDispose]: () => erply.close() };
}

test('a wrong password, in the address or none', async () => {
  const { port } = await sharedServer();
  for (const command of [['run'], ['plan'], ['status'], ['forget', '100001', '7']])
    await expectFailure(
      `postgres://postgres:${canary}@127.0.0.1:${port}/postgres`,
      'the server refuses user or password',
      command,
    );
  await expectFailure(
    `postgres://postgres@127.0.0.1:${port}/postgres`,
    'the server wants a password; put it into the address, PGPASSWORD or ~/.pgpass',
  );
});

test('a database that is not there, a port without a server, a host that does not exist, no TLS', async () => {
  const server = await sharedServer();
  await expectFailure(server.url('missing'), 'the server has no such database; create it first');
  await expectFailure(
    `postgres://u:${canary}@127.0.0.1:1/erply`,
    'no server answers there; is it running, and are host and port right?',
  );
  await expectFailure(`postgres://u:${canary}@nowhere.invalid/erply`, 'there is no such host');
  await expectFailure(
    `${server.url()}?sslmode=require`,
    'the server does not speak TLS; sslmode=disable connects without, where that is safe',
  );
});

test('a user without the right to make a schema, and then with the rights of the docs', async () => {
  await using shop = await openShop();
  await using schema = await openSchema();
  const user = `user_${schema.name}`;
  await schema.query(`create role ${user} login password '${canary}'`);
  const url = schema.url.replace(/\/\/.*@/, `//${user}:${canary}@`);
  const refused = 'access is denied; docs/importer.md has the rights that the importer needs, as SQL';
  await expectFailure(url, refused);
  await schema.query(`create schema ${schema.name} authorization ${user}`);
  await runImport({ credentials: shop.credentials, database: databaseAddress(url) });
  expect(await schema.query(`select count(*)::int as found from ${schema.name}.products`)).toEqual([
    { found: 60 },
  ]);
  await schema.query(`drop owned by ${user}; drop role ${user}`);
});

test('too many connections', async () => {
  await using schema = await openSchema();
  const user = `user_${schema.name}`;
  await schema.query(`create role ${user} login password '${canary}' connection limit 1`);
  await schema.query(`create schema ${schema.name} authorization ${user}`);
  await expectFailure(
    schema.url.replace(/\/\/.*@/, `//${user}:${canary}@`),
    'the server has no connection left; end other programs, or raise max_connections',
  );
  await schema.query(`drop owned by ${user}; drop role ${user}`);
});

test('a schema of somebody else, of a newer importer, or damaged is left as it is, by every command', async () => {
  await using schema = await openSchema();
  const inSchema = (text: string) => schema.query(text.replaceAll('$s', schema.name));
  const cases = [
    [
      'create schema $s; create table $s.products (id int); create table $s.orders (id int)',
      'belongs to another program, it has the table orders and 1 more; name another schema',
    ],
    [
      'newer',
      'was written by a newer importer (schema 99; this one knows 5); use that one, or name another schema',
    ],
    ['damaged', 'is damaged, it has no table stock; name another schema, and import into it anew'],
  ] as const;
  for (const [made, line] of cases) {
    await inSchema('drop schema if exists $s cascade');
    if (made.startsWith('create')) await inSchema(made);
    else {
      // Nobody answers as Erply, but the tables are made.
      await runMain(['run', '--database', schema.url], environment(nowhere));
      await inSchema(
        made === 'newer'
          ? "insert into $s.kysely_migration values ('0099', '2026-01-01T00:00:00.000Z')"
          : 'drop table $s.stock cascade',
      );
    }
    const tables = "select tablename from pg_tables where schemaname = '$s' order by 1";
    const before = await inSchema(tables);
    for (const command of [['run'], ['plan'], ['status'], ['forget', '100001', '7', '--yes']])
      await expectFailure(schema.url, line, command);
    expect(await inSchema(tables)).toEqual(before);
  }
});

test('a table that another program has locked', async () => {
  await using shop = await openShop();
  await using schema = await openSchema();
  const database = databaseAddress(`${schema.url}&lock_timeout=1`);
  await runImport({ credentials: shop.credentials, database });
  await schema.query(`begin; lock table ${schema.name}.products`);
  await expect(runImport({ credentials: shop.credentials, database, full: true })).rejects.toThrow(
    `database ${schema.address.label}: is locked by another program`,
  );
  await schema.query('commit');
  expect(await runImport({ credentials: shop.credentials, database, full: true })).toMatchObject({
    outcome: 'completed',
  });
});

test('a text that PostgreSQL cannot hold goes aside, and names its field; the page goes on', async () => {
  await using shop = await openShop();
  await using schema = await openSchema();
  const products = shop.account.data('products');
  products.update(3, { name: 'a\0b' });
  products.update(4, { longdesc: 'half of a pair: \ud83d' });
  // These only look like it.
  products.update(5, { name: '\\u0000 \\ud83d 😀' });
  const options = { credentials: shop.credentials, database: schema.address };
  expect(await runImport(options)).toMatchObject({ outcome: 'completed' });
  expect(await schema.query(`select count(*)::int as found from ${schema.name}.products`)).toEqual([
    { found: 58 },
  ]);
  const letters = () =>
    schema.query(`select record_id::int as id, path, message from ${schema.name}.dead_letters order by 1`);
  const message = 'holds a character that PostgreSQL cannot keep (U+0000, or half of a pair)';
  expect(await letters()).toEqual([
    { id: 3, path: 'name', message },
    { id: 4, path: 'longdesc', message },
  ]);
  expect(await schema.query(`select name from ${schema.name}.products where id = 5`)).toEqual([
    { name: '\\u0000 \\ud83d 😀' },
  ]);
  shop.account.clock.advance('1h');
  products.update(3, { name: 'whole' });
  products.update(4, { longdesc: '' });
  await runImport(options);
  expect(await letters()).toEqual([]);
});

/** Runs an import that fails in the middle with this line, and then one that goes on and ends equal to the shop. */
async function expectToGoOn(url: string, direct: string, line: string | RegExp) {
  await using shop = await openShop();
  const { credentials } = shop;
  await expect(runImport({ credentials, database: databaseAddress(url) })).rejects.toThrow(line);
  const { outcome } = await runImport({ credentials, database: databaseAddress(direct) });
  expect(outcome).toBe('completed');
}

const isLost =
  /^database postgres:\/\/127\.0\.0\.1:\d+\/postgres\?schema=test_\d+: the connection (that held the lock of the import )?was lost[^\n]*; run again to continue$/;

test.each([
  { what: 'in the middle of a transaction', text: /insert into "test_\d+"\."products"/, cut: 'before' },
  { what: 'while a transaction is committed, before the server has it', text: /commit/, cut: 'before' },
  { what: 'while a transaction is committed, and the answer is lost', text: /commit/, cut: 'after' },
] as const)('a connection that is lost $what', async ({ text, cut }) => {
  await using schema = await openSchema();
  await using cutter = await startCutter((await sharedServer()).port);
  const count = async () => {
    const rows = await schema.query(`select count(*)::int as found from ${schema.name}.products`);
    return rows[0]?.found;
  };
  let pages = 0;
  cutter.cut = (sent) => {
    // Pages of 10 of the products.
    if (/insert into "test_\d+"\."products"/.test(sent)) pages += 1;
    return pages >= 3 && text.test(sent) ? cut : undefined;
  };
  const url = schema.url.replace(/:\d+\//, `:${cutter.port}/`);
  await expectToGoOn(url, schema.url, isLost);
  expect(pages).toBe(3);
  expect(await count()).toBe(60);
});

test('the lock that is lost ends the run, though its other connections are whole', async () => {
  await using shop = await openShop();
  await using schema = await openSchema();
  const { credentials } = shop;
  let killed = 0;
  const run = runImport({
    ...{ credentials, database: schema.address },
    onProgress: (event) => {
      if (killed > 0 || event.kind !== 'progress' || event.lane !== 'products') return;
      killed += 1;
      schema.query(
        `select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and pid <> pg_backend_pid()`,
      );
    },
  });
  await expect(run).rejects.toThrow(isLost);
  expect(await runImport({ credentials, database: schema.address })).toMatchObject({ outcome: 'completed' });
});

test('a server that is restarted under an import', async () => {
  await using server = await startPostgresServer();
  await using schema = await openSchema({ server });
  await using shop = await openShop(200);
  const { credentials } = shop;
  let stopped: Promise<void> | undefined;
  const run = runImport({
    ...{ credentials, database: schema.address },
    onProgress: (event) => {
      if (event.kind === 'progress' && event.lane === 'products') stopped ??= server.stop();
    },
  });
  await expect(run).rejects.toThrow(
    /: (the connection .*was lost.*; run again to continue|no server answers there.*|the server is starting or stopping; run again)$/,
  );
  await stopped;
  await server.start();
  expect(await runImport({ credentials, database: schema.address })).toMatchObject({ outcome: 'completed' });
});
