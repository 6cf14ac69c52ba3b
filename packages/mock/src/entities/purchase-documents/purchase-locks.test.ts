import { describe, expect, it } from 'vitest';

import { type Fields, frozenMock, loggedIn, start } from '../../../test/ask.ts';

/** An empty shop in Estonia with products 1 to 3 and a second location, and a supplier. */
async function shop() {
  const mock = frozenMock({ dataset: 'empty' });
  const account = mock.account('100001');
  const names = { supplierType: 'COMPANY', fullName: 'Main Goods', companyName: 'Main Goods' } as const;
  const supplierID = account.data('suppliers').insert({ ...names, groupID: 1 });
  for (const price of [10, 20, 30])
    account
      .data('products')
      .insert({ groupID: 1, name: `P${price}`, code: `c${price}`, price, vatrateID: 1 });
  account.data('warehouses').insert({ name: 'Second' });
  account.data('confParameters').update(1, { country: 'EE', use_purchase_waybills: 1 });
  const { call } = await loggedIn(mock);
  const save = (fields: Fields) =>
    call('savePurchaseDocument', { supplierID, no: 'S-1', currencyCode: 'EUR', ...fields });
  return { mock, account, call, save, supplierID };
}

type Shop = Awaited<ReturnType<typeof shop>>;
type Call = Shop['call'];

const one = { productID1: 1, amount1: 10, price1: 4 };

const document = async (call: Call, id: number, fields: Fields = {}) =>
  (await call('getPurchaseDocuments', { id, ...fields })).records[0];

/** What products 1 to 3 have in stock, and what is on its way to each location. */
async function stock(call: Call, warehouseID = 1) {
  const { records } = await call('getProducts', { getStockInfo: 1, orderBy: 'productID', orderByDir: 'asc' });
  return records.map(({ warehouses }: any) => {
    const { totalInStock, orderPending } = warehouses[warehouseID];
    return [totalInStock, orderPending];
  });
}

/** All that a refused save could leave behind. */
async function traces({ call, account }: Shop) {
  const { records: log } = await call('getUserOperationsLog', { tableName: 'purchaseDocuments' });
  const onOrder = (await call('getAmountsOnOrder')).records;
  return {
    documents: (await call('getPurchaseDocuments', { getRowsForAllInvoices: 1, getCost: 1 })).records,
    ...{ stock: await stock(call), onOrder, log, size: account.data('purchaseDocuments').list().length },
  };
}

const refusal = ({ status }: { status: any }) => [status.errorCode, status.errorField];

describe('a confirmed document', () => {
  const rows = { ...one, productID2: 2, amount2: 1, price2: 5 };

  it.each<[string, Fields, number, string]>([
    ['another location', { warehouseID: 2 }, 1017, 'warehouseID'],
    ['another type', { type: 'CASHPRCINVOICE' }, 1017, 'type'],
    ['a draft again', { confirmInvoice: 0 }, 1017, 'confirmInvoice'],
    ['another product', { ...rows, productID2: 3 }, 1017, 'productID2'],
    ['another amount', { ...rows, amount1: 9 }, 1017, 'amount1'],
    ['another price', { ...rows, price2: 6 }, 1017, 'price2'],
    ['another discount', { ...rows, discount1: 5 }, 1017, 'discount1'],
    ['another tax', { ...rows, vatrateID1: 2 }, 1017, 'vatrateID1'],
    ['a row less', one, 1017, 'productID2'],
    ['a row more', { ...rows, productID3: 3, amount3: 1 }, 1017, 'productID3'],
    ['other JSON', { ...rows, rowJDoc1: '{"a":{}}' }, 1017, 'rowJDoc1'],
  ])('cannot have %s', async (_name, fields, errorCode, errorField) => {
    const made = await shop();
    await made.save(rows);
    const before = await traces(made);
    const edit = await made.call('savePurchaseDocument', { id: 1, ...fields });
    expect(refusal(edit)).toEqual([errorCode, errorField]);
    expect(await traces(made)).toEqual(before);
  });

  it('can have other words, and its rows as they are', async () => {
    const { call, save, mock } = await shop();
    await save(rows);
    const before = await document(call, 1);
    mock.clock.advance(60);
    const edit = { id: 1, ...rows, warehouseID: 1, type: 'PRCINVOICE', confirmInvoice: 1 };
    const words = { notes: 'n', no: 'S-2', paid: 1, stateID: 4, referenceNumber: 'r' };
    expect((await call('savePurchaseDocument', { ...edit, ...words })).status.errorCode).toBe(0);
    const { no: number, ...others } = words;
    expect(await document(call, 1)).toEqual({ ...before, ...others, number, lastModified: start + 60 });
    expect(await stock(call)).toEqual([
      [10, 0],
      [1, 0],
      [0, 0],
    ]);
  });

  it('stays where it is when it is an order: rows, location and confirmation can change, its type cannot', async () => {
    const { call, save } = await shop();
    await save({ ...rows, type: 'PRCORDER' });
    const edit = (fields: Fields) => call('savePurchaseDocument', { id: 1, ...fields });
    expect(refusal(await edit({ type: 'PRCINVOICE' }))).toEqual([1017, 'type']);
    await edit({ ...one, amount1: 3, warehouseID: 2, deliveryDate1: '2026-06-01' });
    expect(await stock(call, 2)).toEqual([
      [0, 3],
      [0, 0],
      [0, 0],
    ]);
    expect((await document(call, 1)).rows[0].deliveryDate).toBe('2026-06-01');
    await edit({ confirmInvoice: 0 });
    expect([await stock(call, 2), (await document(call, 1)).confirmed]).toEqual([
      [
        [0, 0],
        [0, 0],
        [0, 0],
      ],
      0,
    ]);
  });

  it('is made of a draft, whose goods come on its day', async () => {
    const { call, save } = await shop();
    await save({ ...rows, confirmInvoice: 0, date: '2026-05-01' });
    const draft = await document(call, 1);
    expect([draft.status, draft.confirmed, draft.inventoryTransactionDate]).toEqual([
      'PENDING',
      0,
      undefined,
    ]);
    await call('savePurchaseDocument', { id: 1, type: 'CASHPRCINVOICE', ...one, amount1: 7 });
    const { type, status, confirmed, inventoryTransactionDate } = await document(call, 1);
    expect([type, status, confirmed, inventoryTransactionDate]).toEqual([
      ...['CASHPRCINVOICE', 'READY', 1, '2026-05-01'],
    ]);
    const asked = { productID: 1, getFirstPurchaseDate: 1, getLastPurchaseDate: 1 };
    expect((await call('getProductStock', asked)).records).toEqual([
      { productID: 1, amountInStock: 7, firstPurchaseDate: '2026-05-01', lastPurchaseDate: '2026-05-01' },
    ]);
  });
});

describe('deletePurchaseDocument', () => {
  it('is written to the log, and takes the goods back', async () => {
    const made = await shop();
    await made.save(one);
    await made.call('deletePurchaseDocument', { documentID: 1 });
    const { documents, stock: left, log } = await traces(made);
    expect([documents, left[0]]).toEqual([[], [0, 0]]);
    expect(log).toMatchObject([{ tableName: 'purchaseDocuments', itemID: 1, operation: 'delete' }]);
  });

  it.each<[string, Fields, number]>([
    ['no document', {}, 1010],
    ['one that does not exist', { documentID: 9 }, 1011],
  ])('refuses %s', async (_name, fields, errorCode) => {
    const made = await shop();
    await made.save(one);
    const before = await traces(made);
    expect(refusal(await made.call('deletePurchaseDocument', fields))).toEqual([errorCode, 'documentID']);
    expect(await traces(made)).toEqual(before);
  });
});
