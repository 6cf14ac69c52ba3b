import { describe, expect, it } from 'vitest';

import { type Fields, frozenMock, loggedIn } from '../../../test/ask.ts';

/** An empty shop with products 1 (of 1 kg) and 2 (of 3 kg), and a supplier. */
async function shop() {
  const mock = frozenMock({ dataset: 'empty' });
  const account = mock.account('100001');
  const names = { supplierType: 'COMPANY', fullName: 'Main Goods', companyName: 'Main Goods' } as const;
  const supplierID = account.data('suppliers').insert({ ...names, groupID: 1 });
  for (const grossWeight of [1, 3]) account.data('products').insert({ groupID: 1, price: 9, grossWeight });
  const { call } = await loggedIn(mock);
  const save = async (fields: Fields) => {
    const head = { supplierID, no: 'S-1', currencyCode: 'EUR' };
    const { status, records } = await call('savePurchaseDocument', { ...head, ...fields });
    expect(status).toMatchObject({ errorCode: 0 });
    return records[0];
  };
  return { account, call, save };
}

type Call = Awaited<ReturnType<typeof shop>>['call'];

const rows = { productID1: 1, amount1: 10, price1: 4, productID2: 2, amount2: 5, price2: 12 };

/** Costs of a document, and of its rows. */
async function costs(call: Call, id: number) {
  const [{ cost, rows: own }] = (await call('getPurchaseDocuments', { id, getCost: 1 })).records;
  return [cost, own.map(({ unitCost, costTotal }: any) => [unitCost, costTotal])];
}

/** Mean cost and purchase price of what is in stock. */
async function means(call: Call, productID: number) {
  const asked = { productID, warehouseID: 1, getAveragePrices: 1 };
  const [{ averageCost, averagePurchasePrice }] = (await call('getProductStock', asked)).records;
  return [averageCost, averagePurchasePrice];
}

describe('costs of a purchase', () => {
  it('are its prices after the discount, only when they are asked for, and none of an order', async () => {
    const { call, save } = await shop();
    await save({ ...rows, discount1: 10, itemName3: 'Freight', amount3: 1, price3: 7 });
    await save({ ...rows, type: 'PRCORDER' });
    expect(await costs(call, 1)).toEqual([
      96,
      [
        [3.6, 36],
        [12, 60],
        [undefined, undefined],
      ],
    ]);
    expect(await costs(call, 2)).toEqual([
      undefined,
      [
        [undefined, undefined],
        [undefined, undefined],
      ],
    ]);
    const [plain] = (await call('getPurchaseDocuments', { id: 1 })).records;
    expect([Object.keys(plain), Object.keys(plain.rows[0])].flat()).not.toContain('cost');
    expect(Object.keys(plain.rows[0])).not.toContain('unitCost');
  });

  it('are raised by what applications write to rows, and stock with them', async () => {
    const { call, save } = await shop();
    await save({ ...rows, rowJDoc1: '{"extraCosts":{"extraCost":0.5}}' });
    expect(await costs(call, 1)).toEqual([
      105,
      [
        [4.5, 45],
        [12, 60],
      ],
    ]);
    expect(await means(call, 1)).toEqual([4.5, 4]);
    const [{ netTotal, rows: own }] = (await call('getPurchaseDocuments', { id: 1 })).records;
    expect([netTotal, own[0].jdoc]).toEqual([100, { extraCosts: { extraCost: 0.5 } }]);
  });

  it.each<[string, [number, number]]>([
    // 30 over 15 pieces; over 40 and 60 of money; over 10 and 15 kilograms.
    ['AMOUNT', [6, 14]],
    ['PRICE', [5.2, 15.6]],
    ['WEIGHT', [5.2, 15.6]],
  ])('are raised by additional costs, divided by %s: %j', async (dividedBy, [first, second]) => {
    const { call, save } = await shop();
    await save(rows);
    const costsOf = { id: 1, currencyCode: 'EUR', currencyRate: 2, dividedBy };
    const update = (sum: number) => call('updatePurchaseDocumentAdditionalCosts', { ...costsOf, sum });
    expect((await update(15)).records).toEqual([{ invoiceID: 1 }]);
    expect(await costs(call, 1)).toEqual([
      130,
      [
        [first, 10 * first],
        [second, 5 * second],
      ],
    ]);
    expect([await means(call, 1), await means(call, 2)]).toEqual([
      [first, 4],
      [second, 12],
    ]);
    expect((await call('getPurchaseDocuments', { id: 1 })).records[0]).toMatchObject({ netTotal: 100 });
    await update(0);
    expect(await means(call, 1)).toEqual([4, 4]);
  });

  it('are divided by amounts where nothing has a weight, and stay when prices change', async () => {
    const { account, call, save } = await shop();
    for (const id of [1, 2]) account.data('products').update(id, { grossWeight: 0 });
    await save(rows);
    const additional = { sum: 30, currencyCode: 'EUR', currencyRate: 1, dividedBy: 'WEIGHT' };
    await call('updatePurchaseDocumentAdditionalCosts', { id: 1, ...additional });
    await call('updatePurchaseDocumentRows', { id: 1, stableRowID1: 1, price1: 5 });
    expect(await costs(call, 1)).toEqual([
      140,
      [
        [7, 70],
        [14, 70],
      ],
    ]);
  });

  it('are in the currency of the document, in stock in that of the account', async () => {
    const { call, save } = await shop();
    await save({ ...rows, currencyRate: 0.5, rowJDoc1: '{"extraCosts":{"extraCost":1}}' });
    expect(await costs(call, 1)).toEqual([
      110,
      [
        [5, 50],
        [12, 60],
      ],
    ]);
    expect(await means(call, 1)).toEqual([2.5, 2]);
  });

  it('of what is sold and goes back are those of the oldest batches', async () => {
    const { call, save } = await shop();
    await save({ productID1: 1, amount1: 4, price1: 1, date: '2026-05-01' });
    await save({ productID1: 1, amount1: 4, price1: 2, date: '2026-05-02' });
    await save({ type: 'PRCRETURN', productID1: 1, amount1: -6, price1: 9, date: '2026-05-03' });
    // 4 of 1 and 2 of 2.
    expect(await costs(call, 3)).toEqual([-8, [[1.333333, -8]]]);
    expect(await means(call, 1)).toEqual([2, 2]);
    await call('deletePurchaseDocument', { documentID: 1 });
    expect((await call('getProductStock', { productID: 1 })).records[0].amountInStock).toBe(-2);
  });
});

describe('updatePurchaseDocumentRows', () => {
  it('changes prices of rows of a confirmed document, and what follows from them', async () => {
    const { call, save } = await shop();
    const [first, second] = (await save(rows)).rows.map(({ stableRowID }: any) => stableRowID);
    const codes = { supplierPriceListSupplierCode1: 'c', supplierPriceListImportCode1: 'i' };
    const sent = { stableRowID1: second, price1: 13, ...codes, supplierPriceListNotes1: 'n' };
    expect((await call('updatePurchaseDocumentRows', { id: 1, ...sent })).records).toEqual([
      { invoiceID: 1 },
    ]);
    const [record] = (await call('getPurchaseDocuments', { id: 1 })).records;
    expect(record).toMatchObject({ netTotal: 105, netTotalForAccounting: 105, status: 'READY' });
    expect(record.rows).toMatchObject([
      { stableRowID: first, productID: 1, amount: 10, price: 4 },
      {
        ...{ stableRowID: second, productID: 2, amount: 5, price: 13, supplierPriceListSupplierCode: 'c' },
        ...{ supplierPriceListImportCode: 'i', supplierPriceListNotes: 'n' },
      },
    ]);
    expect(await means(call, 2)).toEqual([13, 13]);
  });

  it.each<[string, Fields, number, string]>([
    ['no document', { stableRowID1: 1, price1: 1 }, 1010, 'id'],
    ['a document that does not exist', { id: 9, stableRowID1: 1, price1: 1 }, 1011, 'id'],
    ['no rows', { id: 1 }, 1010, 'stableRowID1'],
    ['a row without its ID', { id: 1, price1: 1 }, 1010, 'stableRowID1'],
    [
      'a row that it does not have',
      { id: 1, stableRowID1: 1, price1: 1, stableRowID2: 9 },
      1011,
      'stableRowID2',
    ],
    ['a price that is no number', { id: 1, stableRowID1: 1, price1: 'x' }, 1014, 'price1'],
  ])('refuses %s and changes nothing', async (_name, fields, errorCode, errorField) => {
    const { call, save } = await shop();
    await save(rows);
    const before = (await call('getPurchaseDocuments', { id: 1, getCost: 1 })).records;
    const { status } = await call('updatePurchaseDocumentRows', fields);
    expect(status).toMatchObject({ errorCode, errorField });
    expect((await call('getPurchaseDocuments', { id: 1, getCost: 1 })).records).toEqual(before);
  });
});

describe('updatePurchaseDocumentAdditionalCosts', () => {
  const costsOf = { id: 1, sum: 30, currencyCode: 'EUR', currencyRate: 1, dividedBy: 'AMOUNT' };

  it.each<[string, Fields, number, string]>([
    ...['id', 'sum', 'currencyCode', 'currencyRate', 'dividedBy'].map(
      (field): [string, Fields, number, string] => [
        ...([`no ${field}`, { [field]: '' }] as const),
        ...([1010, field] as const),
      ],
    ),
    ['a document that does not exist', { id: 9 }, 1011, 'id'],
    ['a currency that the account does not have', { currencyCode: 'XXX' }, 1011, 'currencyCode'],
    ['a rate of nothing', { currencyRate: 0 }, 1016, 'currencyRate'],
    ['another way to divide', { dividedBy: 'VOLUME' }, 1016, 'dividedBy'],
    ['a sum that is no number', { sum: 'x' }, 1014, 'sum'],
  ])('refuses %s and changes nothing', async (_name, fields, errorCode, errorField) => {
    const { call, save } = await shop();
    await save(rows);
    const before = (await call('getPurchaseDocuments', { id: 1, getCost: 1 })).records;
    const { status } = await call('updatePurchaseDocumentAdditionalCosts', { ...costsOf, ...fields });
    expect(status).toMatchObject({ errorCode, errorField });
    expect((await call('getPurchaseDocuments', { id: 1, getCost: 1 })).records).toEqual(before);
  });
});
