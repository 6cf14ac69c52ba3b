import { expect, test } from 'vitest';

import { tables } from '@erply-kit/schemas';

import { openCopy } from './copy-shop.ts';
import { readCopy } from './read-copy.ts';
import { openTestShop, readShop } from './test-shop.ts';

type Fields = Readonly<Record<string, unknown>>;
const { joins = {} } = tables.products;

/** For each table that products show something of, a record that some product shows. */
function shownRecords(products: Iterable<unknown>): Map<string, { id: number; field: string }> {
  const shown = new Map<string, { id: number; field: string }>();
  for (const product of products as Iterable<Fields>)
    for (const { table, by, field } of Object.values(joins)) {
      const id = Number(product[by] ?? 0);
      if (id > 0 && !shown.has(table)) shown.set(table, { id, field });
    }
  return shown;
}

test('what products show of other tables stays in the copy until the products are read again', async () => {
  const shop = openTestShop();
  const copy = openCopy(shop);
  await copy.run();
  const before = readCopy(copy.sink).products;
  const shown = shownRecords(before?.values() ?? []);
  expect([...shown.keys()]).toEqual(
    expect.arrayContaining(['productGroups', 'suppliers', 'brands', 'vatRates']),
  );
  shop.account.clock.advance('1h');
  for (const [table, { id, field }] of shown)
    shop.account.data(table).update(id, { [field]: field === 'rate' ? 3 : 'Renamed' });
  await copy.run();
  expect(readCopy(copy.sink).products).toEqual(before);
  shop.account.clock.advance('1h');
  for (const [table, { id }] of shown) shop.account.data(table).remove(id);
  await copy.run();
  expect(readCopy(copy.sink).products).toEqual(before);
  expect((await readShop(shop)).products).not.toEqual(before);
  await copy.run({ full: true });
  expect(readCopy(copy.sink)).toEqual(await readShop(shop));
});
