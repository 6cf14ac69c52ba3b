import { expect, test } from 'vitest';

import { openDocumentShop } from './document-shop.ts';

test('--since copies documents that were added or changed since, says so again, and --full lifts it', async () => {
  await using shop = await openDocumentShop();
  const lanes = ['--lanes', 'salesDocuments'];
  const none = await shop.obey('run', ...lanes, '--since', '0m');
  expect(none).toMatchObject({ exitCode: 0, stderr: '' });
  expect(shop.query('SELECT count(*) AS count FROM sales_documents')).toEqual([{ count: 0 }]);
  await shop.obey('run', ...lanes);
  expect(shop.query('SELECT count(*) AS count FROM sales_documents')).toEqual([{ count: 0 }]);
  await shop.obey('run', ...lanes, '--full');
  expect(shop.query('SELECT count(*) AS count FROM sales_documents')).toEqual([{ count: 3 }]);
});

test('--since refuses lanes that it cannot limit, before anything is made or asked', async () => {
  await using shop = await openDocumentShop();
  const refused = await shop.obey('run', '--since', '2h');
  expect(refused.exitCode).toBe(2);
  expect(refused.stderr).toMatch(/^importer: --since cannot limit warehouses, /);
});

test('--max-units ends a run with a code and a line of its own, and the next goes on', async () => {
  await using shop = await openDocumentShop();
  const main = ['--lanes', 'warehouses,productGroups,brands,products,stock'];
  const codes: number[] = [];
  for (let runs = 0; runs < 20 && codes.at(-1) !== 0; runs += 1) {
    const { exitCode, stdout, stderr } = await shop.obey('run', ...main, '--max-units', '2.5');
    codes.push(exitCode);
    if (exitCode === 0) continue;
    expect(exitCode).toBe(3);
    expect(stderr).toBe(
      'importer: stopped before it would have used more than --max-units; run again to go on\n',
    );
    expect(stdout).toContain('outOfUnits');
  }
  expect(codes[0]).toBe(3);
  expect(codes.at(-1)).toBe(0);
  const whole = await shop.obey('plan', ...main, '--json');
  expect(JSON.parse(whole.stdout).lanes.map(({ lane }: { lane: string }) => lane)).toContain('stock');
});

test.each([
  ['--max-units', 'many', '--max-units takes a number of units of 1.1 or more, not "many"'],
  ['--max-units', '1', '--max-units takes a number of units of 1.1 or more, not "1"'],
  ['--max-delete-percent', '101', '--max-delete-percent takes a number from 0 to 100, not "101"'],
  ['--max-delete-percent', '20%', '--max-delete-percent takes a number from 0 to 100, not "20%"'],
])('%s %s is refused', async (option, value, message) => {
  await using shop = await openDocumentShop();
  const refused = await shop.obey('run', option, value);
  expect(refused.exitCode).toBe(2);
  expect(refused.stderr).toContain(message);
});
