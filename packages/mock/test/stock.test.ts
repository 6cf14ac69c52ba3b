import { describe, expect, it } from 'vitest';

import { type Answer, frozenMock, loggedIn, start } from './ask.ts';

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
      (place: { isOfflineInventory: number }) => place.isOfflineInventory === 1,
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
