import { expect, test } from 'vitest';

import { createFeedStore, createRows } from './feed-store.ts';

type Row = readonly [productID: number, warehouseID: number, available: number, code?: string];

/** A store, and what fills it at a second of Erply's clock. */
function storeOf() {
  const store = createFeedStore();
  const accept = (serverTime: number, ...rows: readonly Row[]) => {
    const next = createRows();
    for (const [productID, warehouseID, available, code = 'A'] of rows)
      next.add({ productID, warehouseID, available, code });
    return store.accept(next, { serverTime, warehouses: [] });
  };
  return { store, accept };
}

test('the newest figure of each row that has changed comes once', () => {
  const { store, accept } = storeOf();
  accept(100, [1, 1, 5], [1, 2, 5], [2, 1, 5]);
  accept(160, [1, 1, 4], [1, 2, 5], [2, 1, 5]);
  accept(220, [1, 1, 3], [1, 2, 5], [2, 1, 5], [3, 1, 1]);
  expect(store.changesSince(100_000)).toEqual({
    from: 100_000,
    to: 220_000,
    changed: [
      { productID: 1, warehouseID: 1, available: 3, code: 'A' },
      { productID: 3, warehouseID: 1, available: 1, code: 'A' },
    ],
    removed: [],
  });
  expect(store.changesSince(220_000)).toMatchObject({ changed: [], removed: [] });
});

test('a row that is gone is named until it comes back', () => {
  const { store, accept } = storeOf();
  accept(100, [1, 1, 5], [2, 1, 5]);
  accept(160, [1, 1, 5]);
  expect(store.changesSince(100_000)?.removed).toEqual([{ productID: 2, warehouseID: 1 }]);
  expect(store.changesSince(160_000)?.removed).toEqual([]);
  accept(220, [1, 1, 5], [2, 1, 5]);
  expect(store.changesSince(100_000)).toMatchObject({
    changed: [{ productID: 2, available: 5 }],
    removed: [],
  });
});

test('where nothing differs the sequence stays, and only the time of the check moves', () => {
  const { store, accept } = storeOf();
  let calls = 0;
  store.subscribe(() => calls++);
  expect(accept(100, [1, 1, 5])).toBe(true);
  const before = store.current();
  expect(accept(160, [1, 1, 5])).toBe(false);
  expect(store.current()).toBe(before);
  expect([store.checkedAt(), calls]).toEqual([new Date(160_000).toISOString(), 1]);
});

test('another code is a change of the row', () => {
  const { store, accept } = storeOf();
  accept(100, [1, 1, 5, 'A']);
  accept(160, [1, 1, 5, 'B']);
  expect(store.changesSince(100_000)?.changed).toMatchObject([{ code: 'B' }]);
});

test('a sequence of another process, or one to come, cannot be answered', () => {
  const { store, accept } = storeOf();
  expect(store.changesSince(0)).toBeUndefined();
  accept(100, [1, 1, 5]);
  expect([store.changesSince(99_999), store.changesSince(100_001)]).toEqual([undefined, undefined]);
});

test('the sequence rises within one second, and when the clock goes back', () => {
  const { store, accept } = storeOf();
  accept(100, [1, 1, 5]);
  accept(100, [1, 1, 4]);
  accept(40, [1, 1, 3]);
  expect(store.current()?.sequence).toBe(100_002);
});

test('a snapshot stays as it was, in the order of products, however the rows came', () => {
  const { store, accept } = storeOf();
  accept(100, [2, 1, 5], [1, 2, 5], [1, 1, 5]);
  const before = store.current();
  accept(160, [2, 1, 0]);
  expect([...(before?.rows() ?? [])].map((row) => [row.productID, row.warehouseID, row.available])).toEqual([
    [1, 1, 5],
    [1, 2, 5],
    [2, 1, 5],
  ]);
  expect(before?.find({ productID: 1, warehouseID: 2 })).toMatchObject({ available: 5 });
  expect(before?.find({ productID: 1, warehouseID: 3 })).toBeUndefined();
});
