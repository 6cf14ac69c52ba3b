import { expect, test } from 'vitest';

import { createClient } from '@erply-kit/client';
import { startMock } from '@erply-kit/mock';

import type { FeedPolicy } from '../src/feed-policy.ts';
import type { FeedRow } from '../src/feed-row.ts';
import { createLiveFeed } from '../src/live-feed.ts';
import { createProgress } from '../src/progress.ts';
import { followErply } from '../src/source/followed-source.ts';

const hourMs = 3_600_000;

/** A fake, and feeds in memory that follow it. */
async function followedShop(policy: Partial<FeedPolicy> = {}) {
  const resources = new AsyncDisposableStack();
  const erply = resources.use(await startMock({ seed: 1, products: 60, warehouses: 2 }));
  let nowMs = 0;
  const login = { clientCode: '100001', username: 'demo', password: 'demouser', url: erply.url };
  const client = resources.use(createClient(login));
  const live = () =>
    createLiveFeed({
      source: followErply({
        client,
        signal: new AbortController().signal,
        now: () => nowMs,
        fullEveryMs: 24 * hourMs,
      }),
      policy: {
        rows: 'all',
        identifiers: true,
        sum: false,
        negative: 'keep',
        warehouses: [],
        offline: true,
        ...policy,
      },
      safety: { allowEmpty: false, maxZeroedPercent: 50 },
      progress: createProgress({ write: () => undefined }),
    });
  const feed = live();
  return {
    erply,
    client,
    feed,
    account: erply.account('100001'),
    rows: () => [...(feed.store.current()?.rows() ?? [])],
    /** What a feed says that reads everything now. */
    async truth() {
      const other = live();
      await other.refresh();
      return [...(other.store.current()?.rows() ?? [])];
    },
    later(ms: number) {
      nowMs += ms;
      erply.clock.advance(`${ms / 1000}s`);
    },
    [Symbol.asyncDispose]: () => resources.disposeAsync(),
  };
}

/** Products of which there is enough to sell some. */
const inStock = (rows: readonly FeedRow[]) => [
  ...new Set(rows.filter((row) => row.available > 10).map((row) => row.productID)),
];

test('what is sold, reserved, added, renamed, archived and deleted shows at the next refresh', async () => {
  await using shop = await followedShop();
  await shop.feed.refresh();
  const first = shop.feed.store.current()?.sequence ?? 0;
  const [sold, reserved, renamed, archived] = inStock(shop.rows());
  shop.later(hourMs);
  shop.account.stockMovements.insert({ productID: sold!, warehouseID: 1, amount: -3 });
  await shop.client.saveSalesDocument({
    type: 'ORDER',
    warehouseID: 1,
    confirmInvoice: 1,
    reserveGoods: 1,
    rows: [{ productID: reserved!, amount: 2, price: 1 }],
  });
  await shop.client.saveProduct({ productID: renamed!, code: 'RENAMED' });
  await shop.client.saveProduct({ productID: archived!, status: 'ARCHIVED' });
  const added = await shop.client.saveProduct({ groupID: 1, name: 'New', code: 'NEW' });
  const deleted = await shop.client.saveProduct({ groupID: 1, name: 'Short-lived', code: 'GONE' });
  const { costUnits } = shop.client.usage();
  expect(await shop.feed.refresh()).toBe(true);
  expect(shop.client.usage().costUnits - costUnits).toBeCloseTo(0.9, 5);
  expect(shop.rows()).toEqual(await shop.truth());
  const changes = shop.feed.store.changesSince(first);
  const isIn = (id: number) => changes?.changed.some((row) => row.productID === id);
  expect([sold!, reserved!, renamed!, added.records[0]!.productID].map(isIn)).toEqual([
    true,
    true,
    true,
    true,
  ]);
  expect(changes?.removed.map((key) => key.productID)).toEqual([archived, archived]);
  await shop.client.deleteProduct({ productID: deleted.records[0]!.productID });
  await shop.client.saveProduct({ productID: archived!, status: 'ACTIVE' });
  shop.later(60_000);
  await shop.feed.refresh();
  expect(shop.rows()).toEqual(await shop.truth());
  expect(shop.feed.store.changesSince(first)?.removed.map((key) => key.productID)).toEqual(
    Array(2).fill(deleted.records[0]!.productID),
  );
});

test('a shop in which nothing happens costs 0.3 units and 0.2 for each warehouse, and changes nothing', async () => {
  await using shop = await followedShop();
  await shop.feed.refresh();
  const before = shop.feed.store.current();
  shop.later(hourMs / 6);
  const { costUnits } = shop.client.usage();
  expect(await shop.feed.refresh()).toBe(false);
  expect(shop.client.usage().costUnits - costUnits).toBeCloseTo(0.7, 5);
  expect(shop.feed.store.current()).toBe(before);
  expect(Date.parse(shop.feed.store.checkedAt()!) - Date.parse(before!.generatedAt)).toBeGreaterThan(590_000);
});

test('a state that takes away too much is refused, and what is there stays', async () => {
  await using shop = await followedShop();
  await shop.feed.refresh();
  const before = shop.feed.store.current();
  shop.later(hourMs);
  const all = shop.rows().filter((row) => row.available > 0);
  for (const row of all)
    shop.account.stockMovements.insert({
      productID: row.productID,
      warehouseID: row.warehouseID!,
      amount: -1e6,
    });
  await expect(shop.feed.refresh()).rejects.toThrow('available items would fall to 0');
  expect(shop.feed.store.current()).toBe(before);
  for (const row of all)
    shop.account.stockMovements.insert({
      productID: row.productID,
      warehouseID: row.warehouseID!,
      amount: 1e6,
    });
  await shop.feed.refresh();
  expect(shop.rows()).toEqual([...before!.rows()]);
});

test('a warehouse that is new is read, and one that is closed leaves', async () => {
  await using shop = await followedShop();
  await shop.feed.refresh();
  const warehouses = shop.account.data('warehouses');
  const added = warehouses.insert({ name: 'Third' });
  shop.later(60_000);
  shop.account.stockMovements.insert({
    productID: inStock(shop.rows())[0]!,
    warehouseID: added,
    amount: 7,
  });
  await shop.feed.refresh();
  expect(shop.rows()).toEqual(await shop.truth());
  warehouses.remove(1);
  shop.later(60_000);
  await shop.feed.refresh();
  expect(shop.rows()).toEqual(await shop.truth());
  expect(shop.rows().some((row) => row.warehouseID === 1)).toBe(false);
});
