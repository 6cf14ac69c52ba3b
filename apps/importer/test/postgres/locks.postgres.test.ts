import { sql } from 'kysely';
import { expect, test } from 'vitest';

import { databaseAddress } from '../../src/database/database-address.ts';
import { openForWriting } from '../../src/database/open-database.ts';
import { openSchema, sharedServer, type TestSchema } from './postgres-server.ts';
import { startCutter } from './start-cutter.ts';

const clientCode = '100001';
const other = '200002';

const open = (schema: TestSchema, code = clientCode, more = '') =>
  openForWriting(databaseAddress(`${schema.url}${more}`), { clientCode: code });

const holders = (schema: TestSchema) =>
  schema.query(
    `select client_code, expires_at is null as by_lock from ${schema.name}.importer_leases order by 1`,
  );

test.each(['', '&lock=lease'])(
  'a second importer of an account is refused, of another one not: %s',
  async (more) => {
    await using schema = await openSchema();
    {
      await using _one = await open(schema, clientCode, more);
      await using _other = await open(schema, other, more);
      for (const kind of ['&lock=session', '&lock=lease'])
        await expect(open(schema, clientCode, kind)).rejects.toThrow(
          `database ${schema.address.label}: another run is writing to this account`,
        );
      expect(await holders(schema)).toEqual([
        { client_code: clientCode, by_lock: more === '' },
        { client_code: other, by_lock: more === '' },
      ]);
    }
    expect(await holders(schema)).toEqual([]);
    await using _next = await open(schema);
  },
);

test('a lease that ended without a word is taken over when it expires, and its old holder commits nothing', async () => {
  await using schema = await openSchema();
  await using old = await open(schema, clientCode, '&lock=lease');
  await schema.query(`update ${schema.name}.importer_leases set expires_at = now() - interval '1 second'`);
  await using next = await open(schema, clientCode, '&lock=lease');
  const write = (database: typeof old, code: string) =>
    database.transaction((session) =>
      session.upsert({
        table: 'forgotten',
        key: ['client_code', 'id'],
        columns: { client_code: 'text', id: 'integer', forgotten_at: 'integer' },
        rows: [[code, 1, 0]],
      }),
    );
  await expect(write(old, 'old')).rejects.toThrow(
    `database ${schema.address.label}: another run has taken the account over meanwhile; this one ends`,
  );
  await write(next, 'next');
  expect(await next.all(sql`select client_code from ${next.table('forgotten')}`)).toEqual([
    { client_code: 'next' },
  ]);
});

test('an expired lease that nobody has taken goes on, and is renewed by a commit', async () => {
  await using schema = await openSchema();
  await using database = await open(schema, clientCode, '&lock=lease');
  await schema.query(`update ${schema.name}.importer_leases set expires_at = now() - interval '1 hour'`);
  await database.transaction(async () => {});
  const [row] = await schema.query(
    `select expires_at > now() + interval '50 seconds' as is_renewed from ${schema.name}.importer_leases`,
  );
  expect(row).toEqual({ is_renewed: true });
});

test('whoever takes over waits for a commit of the old holder that is under way', async () => {
  await using schema = await openSchema();
  await using old = await open(schema);
  const order: string[] = [];
  let next: Promise<AsyncDisposable> | undefined;
  await old.transaction(async (session) => {
    // The lock is gone, and this transaction does not know it yet.
    await schema.query(
      "select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and pid <> pg_backend_pid()",
    );
    next = open(schema).then((database) => {
      order.push('taken over');
      return database;
    });
    await session.all(sql`select pg_sleep(0.5)`);
    order.push('committed');
  });
  await using _next = await next;
  expect(order).toEqual(['committed', 'taken over']);
});

test('a pooler is recognised, and a lease taken', async () => {
  await using schema = await openSchema();
  await using pooler = await startCutter((await sharedServer()).port);
  // A pooler gives clients keys of its own: type K, a length of 12, process and secret.
  pooler.change = (bytes) => {
    const at = bytes.indexOf(Buffer.from([0x4b, 0, 0, 0, 12]));
    if (at >= 0) bytes.writeInt32BE(77, at + 5);
  };
  const url = schema.url.replace(/:\d+\//, `:${pooler.port}/`);
  for (const [more, isLock] of [
    ['', false],
    ['&lock=session', true],
  ] as const) {
    await using _database = await openForWriting(databaseAddress(`${url}${more}`), { clientCode });
    expect(await holders(schema)).toEqual([{ client_code: clientCode, by_lock: isLock }]);
  }
});
