import { describe, expect, it } from 'vitest';

import { type Fields, frozenMock, loggedIn, start } from '../../../test/ask.ts';

/** An empty shop with products 1 to 3, a second location and a supplier. */
async function shop() {
  const mock = frozenMock({ dataset: 'empty' });
  const account = mock.account('100001');
  const names = { supplierType: 'COMPANY', fullName: 'Main Goods', companyName: 'Main Goods' } as const;
  const supplierID = account.data('suppliers').insert({ ...names, groupID: 1 });
  for (const price of [10, 20, 30]) account.data('products').insert({ groupID: 1, price, supplierID });
  account.data('products').insert({ groupID: 1, price: 1, nonStockProduct: 1 });
  account.data('warehouses').insert({ name: 'Second' });
  account.data('confParameters').update(1, { use_purchase_waybills: 1 });
  const { call } = await loggedIn(mock);
  const save = async (fields: Fields) => {
    const { status, records } = await call('savePurchaseDocument', {
      ...(fields.id === undefined ? { supplierID, no: 'S-1', currencyCode: 'EUR' } : {}),
      ...fields,
    });
    expect(status).toMatchObject({ errorCode: 0 });
    return Number(records[0].invoiceID);
  };
  return { mock, account, call, save, supplierID };
}

type Call = Awaited<ReturnType<typeof shop>>['call'];

const statusOf = async (call: Call, id: number) =>
  (await call('getPurchaseDocuments', { id })).records[0].status;

/** What is on order, by product. */
const onOrder = async (call: Call, fields: Fields = {}) =>
  Object.fromEntries(
    (await call('getAmountsOnOrder', fields)).records.map(({ productID, amount }: any) => [
      productID,
      amount,
    ]),
  );

async function pending(call: Call, productID: number, warehouseID = 1) {
  const { records } = await call('getProducts', { productID, getStockInfo: 1 });
  return records[0].warehouses[warehouseID].orderPending;
}

/** Rows of products, as parameters. */
const rows = (amounts: Readonly<Record<number, number>>): Fields =>
  Object.fromEntries(
    Object.entries(amounts).flatMap(([productID, amount], index) => [
      [`productID${index + 1}`, Number(productID)],
      [`amount${index + 1}`, amount],
      [`price${index + 1}`, 2],
    ]),
  );

const order = (amounts: Readonly<Record<number, number>>) => ({ type: 'PRCORDER', ...rows(amounts) });

describe('an order', () => {
  it('is received in parts, and open again when a part is deleted', async () => {
    const { call, save } = await shop();
    await save(order({ 1: 10, 2: 3 }));
    const seen = async () => [await statusOf(call, 1), await onOrder(call), await pending(call, 1)];
    expect(await seen()).toEqual(['PENDING', { 1: 10, 2: 3 }, 10]);
    await save({ baseDocumentIDs: 1, ...rows({ 1: 4 }) });
    expect(await seen()).toEqual(['PARTIALLY_RECEIVED', { 1: 6, 2: 3 }, 6]);
    await save({ baseDocumentIDs: 1, type: 'PRCWAYBILL', ...rows({ 1: 6, 2: 3 }) });
    expect(await seen()).toEqual(['RECEIVED', {}, 0]);
    await call('deletePurchaseDocument', { documentID: 2 });
    expect(await seen()).toEqual(['PARTIALLY_RECEIVED', { 1: 4 }, 4]);
    await call('deletePurchaseDocument', { documentID: 3 });
    expect(await seen()).toEqual(['PENDING', { 1: 10, 2: 3 }, 10]);
  });

  it('waits for nothing more of what came in excess, and goes on waiting for the rest', async () => {
    const { call, save } = await shop();
    await save(order({ 1: 5, 2: 5 }));
    await save({ baseDocumentIDs: 1, ...rows({ 1: 50, 3: 1 }) });
    expect([await statusOf(call, 1), await onOrder(call)]).toEqual(['PARTIALLY_RECEIVED', { 2: 5 }]);
  });

  it.each<[string, Fields]>([
    ['a draft', { confirmInvoice: 0 }],
    ['an invoice without goods', { type: 'PRCINVOICEONLY' }],
    ['a return', { type: 'PRCRETURN', amount1: -5 }],
    ['an invoice that is based on nothing', { baseDocumentIDs: '' }],
  ])('is not received by %s', async (_name, fields) => {
    const { call, save } = await shop();
    await save(order({ 1: 5 }));
    await save({ baseDocumentIDs: 1, ...rows({ 1: 5 }), ...fields });
    expect([await statusOf(call, 1), await onOrder(call)]).toEqual(['PENDING', { 1: 5 }]);
  });

  it('is received when a draft of an invoice is confirmed, and when its bases are named later', async () => {
    const { call, save } = await shop();
    await save(order({ 1: 5 }));
    const draft = await save({ baseDocumentIDs: 1, confirmInvoice: 0, ...rows({ 1: 5 }) });
    await save({ id: draft, confirmInvoice: 1 });
    expect(await statusOf(call, 1)).toBe('RECEIVED');
    await save({ id: draft, baseDocumentIDs: 0 });
    expect([await statusOf(call, 1), await onOrder(call)]).toEqual(['PENDING', { 1: 5 }]);
    await save({ id: draft, baseDocumentIDs: 1 });
    expect(await statusOf(call, 1)).toBe('RECEIVED');
  });

  it('can be edited while it is open and after: what it waits for follows', async () => {
    const { call, save } = await shop();
    await save(order({ 1: 5 }));
    await save({ baseDocumentIDs: 1, ...rows({ 1: 5 }) });
    await save({ id: 1, ...rows({ 1: 8, 2: 1 }) });
    expect([await statusOf(call, 1), await onOrder(call)]).toEqual(['PARTIALLY_RECEIVED', { 1: 3, 2: 1 }]);
    await save({ id: 1, warehouseID: 2 });
    expect([await pending(call, 1, 1), await pending(call, 1, 2)]).toEqual([0, 3]);
    await save({ id: 1, ...rows({ 1: 5 }) });
    expect([await statusOf(call, 1), await onOrder(call)]).toEqual(['RECEIVED', {}]);
  });

  it('shares an invoice with another: the one that is named first is filled first', async () => {
    const { call, save } = await shop();
    await save(order({ 1: 5 }));
    await save(order({ 1: 5 }));
    const invoice = await save({ baseDocumentIDs: '2,1', ...rows({ 1: 7 }) });
    expect([await statusOf(call, 1), await statusOf(call, 2)]).toEqual(['PARTIALLY_RECEIVED', 'RECEIVED']);
    expect(await onOrder(call)).toEqual({ 1: 3 });
    const { baseDocuments } = (await call('getPurchaseDocuments', { id: invoice })).records[0];
    expect(baseDocuments.map(({ id, type, regnumber }: any) => [id, type, regnumber])).toEqual([
      [2, 'PRCORDER', '2'],
      [1, 'PRCORDER', '1'],
    ]);
  });

  it('knows what is based on it, and stays as long as something is (1022)', async () => {
    const { call, save, account } = await shop();
    await save(order({ 1: 5 }));
    await save({ baseDocumentIDs: 1, ...rows({ 1: 5 }) });
    const [record] = (await call('getPurchaseDocuments', { id: 1 })).records;
    expect(record.baseToDocuments).toEqual([
      { id: 2, number: 'S-1', regnumber: '1', type: 'PRCINVOICE', date: '2026-05-28' },
    ]);
    expect((await call('deletePurchaseDocument', { documentID: 1 })).status.errorCode).toBe(1022);
    expect(account.data('purchaseDocuments').list()).toHaveLength(2);
  });

  it('dates itself anew when it is received, so that changedSince finds it', async () => {
    const { call, save, mock } = await shop();
    await save(order({ 1: 5 }));
    mock.clock.advance(60);
    await save({ baseDocumentIDs: 1, ...rows({ 1: 5 }) });
    const { records } = await call('getPurchaseDocuments', { changedSince: start + 60, orderByDir: 'asc' });
    expect(records.map(({ id, lastModified }: any) => [id, lastModified])).toEqual([
      [1, start + 60],
      [2, 0],
    ]);
  });

  it('follows documents that others write, and a state that is put back', async () => {
    const { call, save, account } = await shop();
    await save(order({ 1: 5 }));
    account.snapshot('ordered');
    const received = {
      type: 'PRCINVOICE',
      confirmed: 1,
      warehouseID: 1,
      baseDocuments: [{ id: 1 }],
    } as const;
    account
      .data('purchaseDocuments')
      .insert({ ...received, rows: [{ productID: 1, amount: 2, price: 1 }] } as never);
    expect([await onOrder(call), await pending(call, 1)]).toEqual([{ 1: 3 }, 3]);
    account.data('purchaseDocuments').remove(2);
    expect(await onOrder(call)).toEqual({ 1: 5 });
    await save({ baseDocumentIDs: 1, ...rows({ 1: 5 }) });
    expect(await onOrder(call)).toEqual({});
    account.restore('ordered');
    expect([await onOrder(call), await statusOf(call, 1)]).toEqual([{ 1: 5 }, 'PENDING']);
  });
});

describe('getAmountsOnOrder', () => {
  async function ordered() {
    const made = await shop();
    const { save, account } = made;
    account.data('products').update(2, { groupID: 2, brandID: 1 });
    await save(order({ 1: 5, 2: 2, 4: 9 }));
    await save({ ...order({ 1: 1 }), warehouseID: 2 });
    await save({ ...order({ 3: 4 }), confirmInvoice: 0 });
    return made;
  }

  it.each<[Fields, Record<number, number>]>([
    [{}, { 1: 6, 2: 2, 3: 4 }],
    [{ warehouseID: 1 }, { 1: 5, 2: 2, 3: 4 }],
    [{ warehouseID: 2 }, { 1: 1 }],
    [{ productID: 1 }, { 1: 6 }],
    [{ groupID: 2 }, { 2: 2 }],
    [{ brandID: 1 }, { 2: 2 }],
    [{ supplierID: 99 }, {}],
    [{ getOnlyConfirmedPurchaseOrders: 1 }, { 1: 6, 2: 2 }],
    [{ getOnlyConfirmedPurchaseOrders: 1, warehouseID: 2 }, { 1: 1 }],
  ])('%j answers %j: nothing of what has no stock', async (fields, expected) => {
    const { call } = await ordered();
    expect(await onOrder(call, fields)).toEqual(expected);
  });

  it('chooses products with levels, at the location or anywhere', async () => {
    const { call } = await ordered();
    await call('saveProduct', { productID: 1, reorderPoint2: 3, restockLevel1: 4 });
    const reorder = { getProductsWithReorderPointDefined: 1 };
    expect(await onOrder(call, reorder)).toEqual({ 1: 6 });
    expect(await onOrder(call, { ...reorder, warehouseID: 1 })).toEqual({});
    const restock = { getProductsWithRestockLevelDefined: 1, warehouseID: 1 };
    expect(await onOrder(call, restock)).toEqual({ 1: 5 });
  });

  it('refuses a location that does not exist', async () => {
    const { call } = await shop();
    expect((await call('getAmountsOnOrder', { warehouseID: 9 })).status).toMatchObject({
      errorCode: 1011,
      errorField: 'warehouseID',
    });
  });
});
