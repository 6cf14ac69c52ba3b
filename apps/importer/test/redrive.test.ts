import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

import { expect, test } from 'vitest';

import { startMock } from '@erply-kit/mock';

import { runMain } from './run-main.ts';
import { startTamperingProxy } from './tampering-proxy.ts';
import { temporaryFolder } from './temporary-folder.ts';

test('dead letters are listed, tried again by their IDs, and go when their records fit', async () => {
  await using proxy = await startTamperingProxy();
  await using erply = await startMock({ products: 60, publicUrl: proxy.url });
  proxy.target = erply.url;
  using folder = temporaryFolder();
  const path = join(folder.path, 'erply.db');
  const env = {
    ERPLY_CLIENT_CODE: '100001',
    ERPLY_USERNAME: 'demo',
    ERPLY_PASSWORD: 'demouser',
    ERPLY_API_URL: proxy.url,
    DATABASE_URL: `sqlite:${path}`,
  };
  proxy.tamper = (text) => breakPrices(text, [7, 8, 9]);
  expect((await runMain(['run', '--lanes', 'products'], env)).stdout).toContain('3 records did not fit');

  const status = await runMain(['status'], env);
  expect(status.stdout).toContain('did not fit: 3 of products: price not a number\n');
  erply.account('100001').data('products').remove(9);
  proxy.tamper = (text) => breakPrices(text, [8]);
  const tried = await runMain(['redrive'], env);
  expect(tried).toMatchObject({ exitCode: 0, stderr: '' });
  expect(tried.stdout).toMatch(/^products +1 +1 +1 +0 +1\.1$/m);
  const left = await runMain(['status', '--dead-letters'], env);
  expect(left.stdout).toMatch(/^did not fit: products 8: price not a number; 2 tries, last \S+Z$/m);
  expect(left.stdout).not.toContain('secret');

  proxy.tamper = (text) => text;
  expect((await runMain(['redrive', '--json'], env)).stdout).toContain('"written":1,"left":0');
  expect((await runMain(['redrive'], env)).stdout).toBe('there are no dead letters in these lanes\n');
  using database = new DatabaseSync(path, { readOnly: true });
  expect(database.prepare('select count(*) as rows from products where deleted_at is null').get()).toEqual({
    rows: 59,
  });
});

/** Puts a text where the price of these products is, in whatever answer they come. */
function breakPrices(text: string, ids: readonly number[]): string {
  if (!text.includes('"requests"')) return text;
  const answer = JSON.parse(text);
  for (const { records = [] } of answer.requests ?? [])
    for (const record of records) if (ids.includes(record.productID)) record.price = 'secret value';
  return JSON.stringify(answer);
}
