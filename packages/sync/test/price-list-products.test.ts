import { expect, test } from 'vitest';

import { priceListProducts } from '../src/lanes/price-list-products.ts';
import { openCopy, type ShopCopy } from './copy-shop.ts';
import { sinkKilledAfter } from './fuse.ts';
import { laneFacts } from './lane-facts.ts';
import { openTestShop, type TestShop } from './test-shop.ts';

const lanes = [priceListProducts];
const daySeconds = 86_400;

/** A shop with 1,050 products in the draft, the last of its price lists, which takes two pages. */
function openShop() {
  const shop = openTestShop({ products: 1100 });
  const ids = Array.from({ length: 1050 }, (_, index) =>
    shop.account.data('pricelistProducts').insert({ priceListID: 4, productID: index + 1, price: index }),
  );
  shop.account.clock.advance(3600);
  return { shop, copy: openCopy(shop), ids };
}

const copied = ({ sink }: ShopCopy) =>
  new Map(
    sink
      .read(priceListProducts.name)
      .flatMap(({ id, record, deletedAt }) => (deletedAt === undefined ? [[id, record]] : [])),
  );

async function held(shop: TestShop) {
  await using client = shop.connect();
  return await laneFacts.priceListProducts?.readAll(client);
}

/** Something happens right before the last page of the draft is answered, the n-th time. */
const beforeLastPage = (
  { account }: TestShop,
  mutate: readonly { table: 'pricelistProducts' | 'products' | 'priceLists'; op: 'delete'; id: number }[],
) =>
  account.addFault({
    match: { request: 'getProductsInPriceList', page: 2, nth: 1 },
    effect: { mutate: [...mutate], when: 'before' },
  });

test.each([
  { what: 'a row', table: 'pricelistProducts', of: (ids: number[]) => ids[5] },
  { what: 'a product, whose rows no log has,', table: 'products', of: () => 6 },
  { what: 'the price list itself', table: 'priceLists', of: () => 4 },
] as const)(
  '$what that goes while the pages of a list are read hides no other row',
  async ({ table, of }) => {
    const { shop, copy, ids } = openShop();
    beforeLastPage(shop, [{ table, op: 'delete', id: of(ids) ?? 0 }]);
    await copy.run({ lanes });
    shop.account.clock.advance(daySeconds);
    const clock = { now: () => Date.now() + daySeconds * 1000 };
    expect(await copy.run({ lanes, clock, confirmDeletions: true })).toMatchObject({ outcome: 'completed' });
    expect(copied(copy)).toEqual(await held(shop));
  },
);

test('no row is removed that is there, whichever goes while pages are read', async () => {
  const { shop, copy } = openShop();
  await copy.run({ lanes });
  beforeLastPage(shop, [{ table: 'products', op: 'delete', id: 6 }]);
  await copy.run({ lanes, full: true });
  const records = await held(shop);
  // What was removed is what went with the product, and is in the copy until the next full read at the most.
  for (const id of records?.keys() ?? []) expect(copied(copy).has(Number(id)), `row ${id}`).toBe(true);
});

test('a list that a run was killed in goes on behind its last page', async () => {
  const { shop, copy } = openShop();
  let commits = 0;
  const sink = sinkKilledAfter(copy.sink, ({ rows }) => {
    commits += rows.length === 1000 ? 1 : 0;
    return commits === 1;
  });
  await expect(copy.run({ lanes, sink })).rejects.toThrow('killed');
  const { lanes: reports } = await copy.run({ lanes });
  // Of 90 rows of other lists and 1,050, all but the first page of the draft was left.
  expect(reports).toMatchObject([{ resumed: true, outcome: 'completed', records: 50 }]);
  expect(copied(copy)).toEqual(await held(shop));
});

test('a list that gets shorter each time it is read is refused, and nothing is removed', async () => {
  const { shop, copy } = openShop();
  await copy.run({ lanes });
  const before = copied(copy);
  for (const nth of [1, 2, 3])
    shop.account.addFault({
      match: { request: 'getProductsInPriceList', page: 2, nth },
      effect: { mutate: [{ table: 'products', op: 'delete', id: nth }], when: 'before' },
    });
  const { lanes: reports } = await copy.run({ lanes, full: true });
  expect(reports[0]?.refusal).toEqual({
    kind: 'incomplete',
    message:
      'priceListProducts: rows went from a price list each of the 3 times that it was read; it starts anew',
  });
  expect(copied(copy)).toEqual(before);
});
