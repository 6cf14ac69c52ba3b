import { describe, expect, it } from 'vitest';

import { type Answer, frozenMock, loggedIn, start } from '../../../test/ask.ts';

type StockRow = { productID: number; amountInStock: number; amountReserved?: number };
const rows = (answer: Answer) => answer.records as StockRow[];

async function csvRows(mock: ReturnType<typeof frozenMock>, answer: Answer): Promise<StockRow[]> {
  const response = await mock.app.request(answer.records[0].reportLink);
  expect(response.headers.get('content-length')).toBe(
    String((await response.clone().arrayBuffer()).byteLength),
  );
  const [header = '', ...lines] = (await response.text()).trimEnd().split('\n');
  const names = header.split(',').map((cell) => JSON.parse(cell));
  return lines.map(
    (line) =>
      Object.fromEntries(
        line.split(',').map((cell, index) => [names[index], Number(JSON.parse(cell))]),
      ) as StockRow,
  );
}

describe('getProductStock', () => {
  it('leaves out zero quantities unless it is asked what has moved', async () => {
    const mock = frozenMock();
    const { call } = await loggedIn(mock);
    const [first] = rows(await call('getProductStock', { warehouseID: 1 }));
    expect(
      rows(await call('getProductStock', { warehouseID: 1 })).every((row) => row.amountInStock !== 0),
    ).toBe(true);
    mock.clock.advance(10);
    mock.account('100001').stockMovements.insert({
      productID: first?.productID ?? 0,
      warehouseID: 1,
      amount: -(first?.amountInStock ?? 0),
    });
    expect(rows(await call('getProductStock', { warehouseID: 1, productID: first?.productID ?? 0 }))).toEqual(
      [],
    );
    const moved = await call('getProductStock', { warehouseID: 1, changedSince: start + 10 });
    expect(rows(moved)).toEqual([{ productID: first?.productID, amountInStock: 0 }]);
    expect(rows(await call('getProductStock', { warehouseID: 2, changedSince: start + 10 }))).toEqual([]);
    expect(rows(await call('getProductStock', { warehouseID: 1, changedSince: start + 11 }))).toEqual([]);
  });

  it('adds up all locations, without offline ones where asked', async () => {
    const mock = frozenMock();
    const { call } = await loggedIn(mock);
    const offline = (await call('getWarehouses')).records.find(
      (warehouse: { isOfflineInventory: number }) => warehouse.isOfflineInventory === 1,
    );
    const sums = new Map<number, number>();
    for (const warehouseID of [1, 2, 3, 4]) {
      for (const row of rows(await call('getProductStock', { warehouseID }))) {
        const counted = String(warehouseID) === offline?.warehouseID ? 0 : row.amountInStock;
        sums.set(row.productID, Math.round(((sums.get(row.productID) ?? 0) + counted) * 1e6) / 1e6);
      }
    }
    const expected = [...sums].filter(([, amount]) => amount !== 0).sort(([a], [b]) => a - b);
    const total = await call('getProductStock', { excludeOfflineWarehouses: 1 });
    expect(offline).toBeDefined();
    expect(rows(total).map((row) => [row.productID, row.amountInStock])).toEqual(expected);
  });

  it('answers the same rows as JSON and as a CSV file with every cell quoted', async () => {
    const mock = frozenMock();
    const { call } = await loggedIn(mock);
    const input = { warehouseID: 3, getAmountReserved: 1 };
    const link = await call('getProductStock', { ...input, responseType: 'CSV' });
    expect(link.status).toMatchObject({ recordsTotal: 1, recordsInResponse: 1 });
    expect(await csvRows(mock, link)).toEqual(rows(await call('getProductStock', input)));
  });

  it('holds in a long file what was so when it was asked for, whatever is written meanwhile', async () => {
    const mock = frozenMock({ products: 30_000 });
    const { call } = await loggedIn(mock);
    const read = async (answer: Answer) => (await mock.app.request(answer.records[0].reportLink)).text();
    const asked = () => call('getProductStock', { warehouseID: 1, responseType: 'CSV' });
    const before = await read(await asked());
    const link = await asked();
    mock.account('100001').stockMovements.insert({ productID: 29_999, warehouseID: 1, amount: 500 });
    expect(await read(link)).toBe(before);
    expect(await read(await asked())).not.toBe(before);
  });

  it('keeps a report link for an hour, and for one reading where asked', async () => {
    const mock = frozenMock();
    const { call } = await loggedIn(mock);
    const link = async () =>
      (await call('getProductStock', { warehouseID: 1, responseType: 'CSV' })).records[0].reportLink;
    const status = async (url: string) => (await mock.app.request(url)).status;
    const lasting = await link();
    expect([await status(lasting), await status(lasting)]).toEqual([200, 200]);
    mock.account('100001').setConfig({ set: { reportLinkOnce: 'yes' } });
    const once = await link();
    expect([await status(once), await status(once)]).toEqual([200, 404]);
    mock.clock.advance(3600);
    expect(await status(lasting)).toBe(404);
    expect(await status('/reports/..%2f..%2fpackage.json')).toBe(404);
  });

  it('forgets the links of an account with it', async () => {
    const mock = frozenMock();
    const linkOf = async (clientCode: string) => {
      const { call } = await loggedIn(mock, clientCode);
      return (await call('getProductStock', { warehouseID: 1, responseType: 'CSV' })).records[0].reportLink;
    };
    const links = [await linkOf('one'), await linkOf('two')];
    mock.account('one').forget();
    const statuses = links.map(async (link) => (await mock.app.request(link)).status);
    expect(await Promise.all(statuses)).toEqual([404, 200]);
  });

  it('refuses CSV for calls that have none', async () => {
    const { call } = await loggedIn(frozenMock());
    expect((await call('getWarehouses', { responseType: 'CSV' })).status.errorCode).toBe(1007);
    expect((await call('getWarehouses', { responseType: 'YAML' })).status.errorCode).toBe(1007);
  });

  it('filters by group with and without subgroups, status and IDs', async () => {
    const { call } = await loggedIn(frozenMock());
    const products = (
      await call('getProducts', { recordsOnPage: 1000, groupIDWithSubgroups: 1, status: 'ACTIVE' })
    ).records;
    const wanted = new Set(products.map((product: { productID: number }) => product.productID));
    const all = rows(await call('getProductStock', { warehouseID: 1 }));
    const filtered = rows(
      await call('getProductStock', { warehouseID: 1, groupIDWithSubgroups: 1, status: 'ACTIVE' }),
    );
    expect(filtered).toEqual(all.filter((row) => wanted.has(row.productID)));
    expect(filtered.length).toBeGreaterThan(0);
    const two = all.slice(0, 2);
    expect(
      rows(
        await call('getProductStock', { warehouseID: 1, productIDs: two.map((row) => row.productID).join() }),
      ),
    ).toEqual(two);
    expect((await call('getProductStock', { warehouseID: 99 })).status).toMatchObject({
      errorCode: 1011,
      errorField: 'warehouseID',
    });
  });
});

const refusal = ({ status }: Answer) => [status.errorCode, status.errorField];

describe('getProductStock in full', () => {
  it('needs a location for costs, suggested prices and levels', async () => {
    const { call } = await loggedIn(frozenMock());
    for (const input of [
      'getReorderPoints',
      'getSuggestedPurchasePrice',
      'getAveragePrices',
      'getProductsWithReorderPointDefined',
      'getProductsWithRestockLevelDefined',
    ]) {
      expect(refusal(await call('getProductStock', { [input]: 1 }))).toEqual([1010, 'warehouseID']);
    }
    const both = { warehouseID: 1, date: '2026-01-01', changedSince: 1 };
    expect((await call('getProductStock', both)).status.errorCode).toBe(1013);
  });

  it('answers reorder points and restock levels as they are saved, and finds products by them', async () => {
    const { call } = await loggedIn(frozenMock());
    await call('saveProduct', { groupID: 1, name: 'New', reorderPoint1: 3, restockLevel1: 12.5 });
    await call('saveProduct', { productID: 601, restockLevel2: 7 });
    const levels = async (warehouseID: number, more = {}) => {
      const asked = { warehouseID, getReorderPoints: 1, ...more };
      const { records } = await call('getProductStock', asked);
      return records.filter((row: { productID: number }) => row.productID === 601);
    };
    const row = { productID: 601, amountInStock: 0, reorderPoint: 3, restockLevel: 12.5 };
    expect(await levels(1)).toEqual([]);
    expect(await levels(1, { getProductsWithReorderPointDefined: 1 })).toEqual([row]);
    expect(await levels(1, { getProductsWithRestockLevelDefined: 1 })).toEqual([row]);
    expect(await levels(2, { getProductsWithReorderPointDefined: 1 })).toEqual([]);
    expect(await levels(2, { getProductsWithRestockLevelDefined: 1 })).toEqual([
      { ...row, reorderPoint: 0, restockLevel: 7 },
    ]);
    const [card] = (await call('getProducts', { productID: 601, getStockInfo: 1 })).records;
    expect(card.warehouses[2]).toMatchObject({ reorderPoint: 0, restockLevel: 7 });
    const { status } = await call('saveProduct', { productID: 601, reorderPoint99: 1 });
    expect([status.errorCode, status.errorField]).toEqual([1011, 'reorderPoint99']);
  });

  it('suggests the cost of the card, or else of the newest registration anywhere', async () => {
    const { call } = await loggedIn(frozenMock());
    await call('saveProduct', { groupID: 1, name: 'New' });
    const register = (warehouseID: number, price: number) =>
      call('saveInventoryRegistration', { warehouseID, productID1: 601, amount1: 1, price1: price });
    const suggested = async () => {
      const asked = { warehouseID: 1, productID: 601, getSuggestedPurchasePrice: 1 };
      return (await call('getProductStock', asked)).records[0]?.suggestedPurchasePrice;
    };
    await register(1, 4);
    await register(2, 6);
    expect(await suggested()).toBe(6);
    await call('saveProduct', { productID: 601, cost: 2.5 });
    expect(await suggested()).toBe(2.5);
  });

  it.each(['supplierID', 'brandID', 'categoryID'])('filters by %s of the card', async (field) => {
    const { call } = await loggedIn(frozenMock());
    const cards = (await call('getProducts', { recordsOnPage: 1000 })).records as any[];
    const wanted = cards.find((card) => card[field] > 0)?.[field] as number;
    const ids = new Set(cards.filter((card) => card[field] === wanted).map((card) => card.productID));
    const all = rows(await call('getProductStock', { warehouseID: 1 }));
    const found = rows(await call('getProductStock', { warehouseID: 1, [field]: wanted }));
    expect(found).toEqual(all.filter((row) => ids.has(row.productID)));
    expect(found.length).toBeGreaterThan(0);
  });

  it('filters by category with what is below it, and by matrix product', async () => {
    const mock = frozenMock();
    const { call } = await loggedIn(mock);
    mock.account('100001').data('productCategories').update(2, { parentCategoryID: 1 });
    mock.account('100001').data('productCategories').update(3, { parentCategoryID: 2 });
    const sub = [1, 2, 3];
    const cards = (await call('getProducts', { recordsOnPage: 1000 })).records as any[];
    const all = rows(await call('getProductStock', { warehouseID: 1 }));
    const card = (id: number) => cards.find(({ productID }) => productID === id);
    const below = rows(await call('getProductStock', { warehouseID: 1, categoryIDWithSubcategories: 1 }));
    const wanted = all.filter((row) => sub.includes(card(row.productID)?.categoryID));
    expect(wanted.every((row) => below.some((other) => other.productID === row.productID))).toBe(true);
    const parent = cards.find(({ parentProductID }) => parentProductID > 0).parentProductID;
    const variations = rows(await call('getProductStock', { warehouseID: 1, parentProductID: parent }));
    expect(variations).toEqual(all.filter((row) => card(row.productID)?.parentProductID === parent));
    expect(variations.length).toBeGreaterThan(0);
  });

  it('values the opening stock at the cost of the card', async () => {
    const { call } = await loggedIn(frozenMock());
    const cards = (await call('getProducts', { recordsOnPage: 1000 })).records as any[];
    const asked = { warehouseID: 1, getAveragePrices: 1, date: '2025-01-01' };
    const found = (await call('getProductStock', asked)).records as any[];
    expect(found.length).toBeGreaterThan(100);
    for (const { productID, amountInStock, averageCost } of found) {
      const { cost } = cards.find((card) => card.productID === productID);
      expect([productID, averageCost]).toEqual([productID, amountInStock > 0 ? Number(cost) : 0]);
    }
    expect((await call('getProductStock', { ...asked, date: '2024-12-31' })).records).toEqual([]);
  });
});

describe('syncTotalProductStock and getReservedStock', () => {
  it('say what getProductStock says', async () => {
    const { call } = await loggedIn(frozenMock());
    const asked = { getAmountReserved: 1 };
    const all = rows(await call('getProductStock', asked));
    const total = rows(await call('syncTotalProductStock', asked));
    expect(total.filter((row) => row.amountInStock !== 0)).toEqual(all);
    expect(total.filter((row) => row.amountInStock === 0).every((row) => row.amountReserved !== 0)).toBe(
      true,
    );
    const here = rows(await call('getProductStock', { warehouseID: 1, ...asked }));
    const reserved = (await call('getReservedStock', { warehouseID: 1 })).records;
    expect(reserved.length).toBeGreaterThan(0);
    expect(reserved).toEqual(
      here
        .filter((row) => row.amountReserved !== 0)
        .map(({ productID, amountReserved }) => ({ productID, amountReserved })),
    );
    expect(refusal(await call('getReservedStock'))).toEqual([1010, 'warehouseID']);
    expect(refusal(await call('getReservedStock', { warehouseID: 99 }))).toEqual([1011, 'warehouseID']);
  });

  it('see what has moved since, out of stock or not', async () => {
    const mock = frozenMock();
    const { call } = await loggedIn(mock);
    mock.clock.advance(10);
    const amount = 5;
    const insert = (more: number) =>
      mock.account('100001').stockMovements.insert({ productID: 601, warehouseID: 2, amount: more });
    await call('saveProduct', { groupID: 1, name: 'New' });
    insert(amount);
    insert(-amount);
    const since = await call('syncTotalProductStock', { changedSince: start + 10, getAmountReserved: 1 });
    expect(since.records).toEqual([{ productID: 601, amountInStock: 0, amountReserved: 0 }]);
    expect((await call('syncTotalProductStock', { changedSince: start + 11 })).records).toEqual([]);
  });
});
