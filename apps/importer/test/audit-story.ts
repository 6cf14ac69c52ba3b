import { expect } from 'vitest';

import type { Mock } from '@erply-kit/mock';

import { runMain } from './run-main.ts';

interface AuditedDatabase {
  readonly url: string;
  /** Runs SQL on tables of the importer; `products` stands for its table. */
  exec(text: string): Promise<void>;
  /** All products as text, in the order of their IDs. */
  readProducts(): Promise<string>;
  /** Sets the field `longdesc` inside of the record, and in no column. */
  readonly changedRecord: string;
}

type Shop = Pick<Mock, 'account'> & { readonly url: string };

/** What is done to the copy, ten rows each: 50 rows that no run would ever mend. */
const injections = ({ changedRecord }: AuditedDatabase, products: number) => {
  const step = Math.floor(products / 51);
  const ids = (from: number) =>
    Array.from({ length: 10 }, (_, index) => (from + index) * step + 1).join(', ');
  return [
    `update products set price = price + 1 where id in (${ids(0)})`,
    `update products set record = ${changedRecord} where id in (${ids(10)})`,
    `delete from products where id in (${ids(20)})`,
    `update products set deleted_at = 1 where id in (${ids(30)})`,
    `create temporary table injected as select * from products where id in (${ids(40)})`,
    'update injected set id = id + 10000000',
    'insert into products select * from injected',
    'drop table injected',
  ];
};

/** 50 of 50 injected differences are found and mended. Gives back what the audit cost, in units. */
export async function auditStory(shop: Shop, database: AuditedDatabase, products: number): Promise<number> {
  const env = {
    ERPLY_CLIENT_CODE: '100001',
    ERPLY_USERNAME: 'demo',
    ERPLY_PASSWORD: 'demouser',
    ERPLY_API_URL: shop.url,
    DATABASE_URL: database.url,
  };
  const lanes = ['--lanes', 'products'];
  expect(await runMain(['run', ...lanes], env)).toMatchObject({ exitCode: 0 });
  shop.account('100001').clock.advance('1h');
  const before = await database.readProducts();
  for (const text of injections(database, products)) await database.exec(text);

  const { exitCode, stdout, stderr } = await runMain(['audit', '--full', ...lanes, '--json'], env);
  expect({ exitCode, stderr }).toEqual({ exitCode: 3, stderr: '' });
  const [plan, found] = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(found.lanes).toMatchObject([
    { ...{ outcome: 'different', missing: 10, extra: 10, removed: 10, changed: 20, lag: 0 } },
  ]);
  expect(found.lanes[0].fields).toEqual({ price: 10, longdesc: 10 });
  expect(Math.abs(found.costUnits - plan.costUnits)).toBeLessThanOrEqual(0.2);
  const status = await runMain(['status'], env);
  expect(status.stdout).toMatch(/^products +all +\S+Z +different +[\d,]+ +10 +10 +10 +20$/m);

  const repaired = await runMain(['repair', ...lanes, '--json'], env);
  expect(repaired).toMatchObject({ exitCode: 0, stderr: '' });
  expect(JSON.parse(repaired.stdout).lanes).toMatchObject([{ written: 40, deletions: 10 }]);
  expect((await database.readProducts()) === before).toBe(true);
  expect(await runMain(['audit', '--full', ...lanes], env)).toMatchObject({ exitCode: 0 });
  return found.costUnits;
}
