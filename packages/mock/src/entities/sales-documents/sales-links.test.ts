import { describe, expect, it } from 'vitest';

import { seller } from '../../../test/sales-documents/seller.ts';

const goods = (amount = 4) => [{ productID: 1, amount, price: 10 }];

const ids = (list: readonly { id: number }[] | undefined) => (list ?? []).map(({ id }) => id);

describe('a document that follows another', () => {
  it('is linked on both ends, and fulfils the order', async () => {
    const { idOf, document, stockOf } = await seller();
    const before = await stockOf(1);
    const order = await idOf({ type: 'ORDER' }, goods());
    expect(await stockOf(1)).toEqual({ ...before, reserved: before.reserved + 4 });
    const invoice = await idOf({ baseDocumentID: order }, goods());
    expect(ids(document(invoice).baseDocuments)).toEqual([order]);
    expect(document(order)).toMatchObject({ invoiceState: 'FULFILLED', orderInvoiced: 1 });
    expect(ids(document(order).followUpDocuments)).toEqual([invoice]);
    expect(await stockOf(1)).toEqual({ inStock: before.inStock - 4, reserved: before.reserved });
  });

  it('opens the order again when it is deleted', async () => {
    const { idOf, document, remove, stockOf } = await seller();
    const before = await stockOf(1);
    const order = await idOf({ type: 'ORDER' }, goods());
    const invoice = await idOf({ baseDocumentID: order }, goods());
    expect(await remove(invoice)).toBe(0);
    expect(document(order)).toMatchObject({ invoiceState: 'READY', orderInvoiced: 0 });
    expect(ids(document(order).followUpDocuments)).toEqual([]);
    expect(await stockOf(1)).toEqual({ ...before, reserved: before.reserved + 4 });
  });

  it('fulfils nothing while it is a draft, or when it only promises', async () => {
    const { idOf, document, save } = await seller();
    const order = await idOf({ type: 'ORDER' }, goods());
    const draft = await idOf({ baseDocumentID: order, confirmInvoice: 0 }, goods());
    const prepayment = await idOf({ type: 'PREPAYMENT', baseDocumentID: order }, goods());
    expect(document(order).invoiceState).toBe('READY');
    expect(ids(document(order).followUpDocuments)).toEqual([draft, prepayment]);
    await save({ id: draft });
    expect(document(order).invoiceState).toBe('FULFILLED');
  });

  it('that only delivers does not bill the order', async () => {
    const { idOf, document } = await seller();
    const order = await idOf({ type: 'ORDER' }, goods());
    const waybill = await idOf({ type: 'WAYBILL', baseDocumentID: order }, goods());
    expect(document(order)).toMatchObject({ invoiceState: 'FULFILLED', orderInvoiced: 0 });
    const invoice = await idOf({ type: 'INVOICE', baseDocumentID: waybill }, goods());
    expect(ids(document(waybill).followUpDocuments)).toEqual([invoice]);
    expect(document(waybill).invoiceState).toBe('READY');
  });

  it('can be based on several of a kind and a customer, and on others later', async () => {
    const { idOf, document, save } = await seller();
    const [first, second, third] = [
      await idOf({ type: 'ORDER', customerID: 1004 }, goods()),
      await idOf({ type: 'ORDER', customerID: 1004 }, goods()),
      await idOf({ type: 'ORDER', customerID: 1004 }, goods()),
    ];
    const invoice = await idOf({ customerID: 1004, baseDocumentIDs: `${first},${second}` }, goods(8));
    expect(ids(document(invoice).baseDocuments)).toEqual([first, second]);
    await save({ id: invoice, baseDocumentIDs: `${second},${third}` });
    expect(document(first)).toMatchObject({ invoiceState: 'READY', followUpDocuments: [] });
    expect(ids(document(third).followUpDocuments)).toEqual([invoice]);
    // An edit that says nothing of it leaves it alone.
    await save({ id: invoice, notes: 'x' });
    expect(ids(document(invoice).baseDocuments)).toEqual([second, third]);
  });

  it('is refused with 1011, 1073 or 1074 where its base does not exist, differs or is an invoice', async () => {
    const { idOf, refusal } = await seller();
    const order = await idOf({ type: 'ORDER', customerID: 1004 }, goods());
    const others = [
      await idOf({ type: 'ORDER', customerID: 1005 }, goods()),
      await idOf({ type: 'OFFER', customerID: 1004 }, goods()),
      await idOf({ type: 'ORDER', customerID: 1004, payerID: 1006 }, goods()),
    ];
    const one = { productID1: 1, amount1: 1 };
    expect(await refusal({ ...one, baseDocumentID: 99_999_999 })).toEqual([1011, 'baseDocumentID']);
    expect(await refusal({ ...one, baseDocumentIDs: `${order},99999999` })).toEqual([
      1011,
      'baseDocumentIDs',
    ]);
    expect(await refusal({ id: order, baseDocumentID: order })).toEqual([1011, 'baseDocumentID']);
    for (const other of others)
      expect(await refusal({ ...one, baseDocumentIDs: `${order},${other}` })).toEqual([
        1073,
        'baseDocumentIDs',
      ]);
    for (const type of ['INVOICE', 'INVWAYBILL', 'CASHINVOICE', 'CREDITINVOICE']) {
      const invoice = await idOf({ type }, goods());
      expect(await refusal({ ...one, baseDocumentID: invoice })).toEqual([1074, 'baseDocumentID']);
    }
  });
});

describe('a credit invoice', () => {
  it('marks the document that it takes back while it is there, and its goods come back', async () => {
    const { idOf, document, remove, stockOf } = await seller();
    const invoice = await idOf({ type: 'CASHINVOICE' }, goods());
    const { inStock } = await stockOf(1);
    expect(document(invoice).previousReturnsExist).toBe(0);
    const credit = await idOf(
      { type: 'CREDITINVOICE', creditToDocumentID: invoice, isCashInvoice: 1 },
      goods(-1),
    );
    expect(document(invoice).previousReturnsExist).toBe(1);
    expect(await stockOf(1)).toMatchObject({ inStock: inStock + 1 });
    expect(await remove(invoice)).toBe(1022);
    expect(await remove(credit)).toBe(0);
    expect(document(invoice).previousReturnsExist).toBe(0);
    expect(await stockOf(1)).toMatchObject({ inStock });
  });

  it('marks nothing while it is a draft', async () => {
    const { idOf, document, save } = await seller();
    const invoice = await idOf({}, goods());
    const fields = { type: 'CREDITINVOICE', creditToDocumentID: invoice, creditInvoiceType: 'VOID' };
    const credit = await idOf({ ...fields, confirmInvoice: 0 }, goods(-4));
    expect(document(invoice).previousReturnsExist).toBe(0);
    await save({ id: credit });
    expect(document(invoice).previousReturnsExist).toBe(1);
  });

  it('is refused with 1011 for a document that does not exist, with 1016 for another kind of credit', async () => {
    const { refusal } = await seller();
    const one = { type: 'CREDITINVOICE', productID1: 1, amount1: -1 };
    expect(await refusal({ ...one, creditToDocumentID: 99_999_999 })).toEqual([1011, 'creditToDocumentID']);
    expect(await refusal({ ...one, creditInvoiceType: 'GIFT' })).toEqual([1016, 'creditInvoiceType']);
  });

  it('brings goods back at what they cost when they left', async () => {
    const { ask, idOf, product, stockUp } = await seller();
    const productID = await product();
    await stockUp(productID, 2, 4);
    await stockUp(productID, 2, 9);
    // Two at 4 and one at 9 leave.
    const invoice = await idOf({}, [{ productID, amount: 3 }]);
    await idOf({ type: 'CREDITINVOICE', creditToDocumentID: invoice }, [{ productID, amount: -3 }]);
    const fields = { warehouseID: 1, productIDs: productID, getAveragePrices: 1 };
    const { record } = await ask('getProductStock', fields);
    // One at 9 was left; three come back at 17 / 3.
    expect(record).toMatchObject({ amountInStock: 4 });
    expect(record.averageCost).toBeCloseTo((9 + 17) / 4, 5);
  });
});

describe('deleteSalesDocument', () => {
  it('puts goods and reservations back, and is logged', async () => {
    const { idOf, call, remove, stockOf } = await seller();
    const before = await stockOf(1);
    const [invoice, order] = [await idOf({}, goods()), await idOf({ type: 'ORDER' }, goods())];
    expect(await stockOf(1)).toEqual({ inStock: before.inStock - 4, reserved: before.reserved + 4 });
    for (const id of [invoice, order]) expect(await remove(id)).toBe(0);
    expect(await stockOf(1)).toEqual(before);
    const { records } = await call('getUserOperationsLog', { tableName: 'salesDocuments' });
    expect(records.map(({ itemID }: any) => itemID)).toEqual([invoice, order]);
  });

  it('refuses with 1010 without a document, with 1011 one that does not exist', async () => {
    const { refusal, remove } = await seller();
    expect(await refusal({}, 'deleteSalesDocument')).toEqual([1010, 'documentID']);
    expect(await remove(99_999_999)).toEqual([1011, 'documentID']);
  });

  it('refuses with 1022 one that others are based on', async () => {
    const { idOf, remove, document } = await seller();
    const order = await idOf({ type: 'ORDER' }, goods());
    const invoice = await idOf({ baseDocumentID: order }, goods());
    expect(await remove(order)).toBe(1022);
    expect(document(order)).toMatchObject({ invoiceState: 'FULFILLED' });
    expect(await remove(invoice)).toBe(0);
    expect(await remove(order)).toBe(0);
  });

  it('leaves its payments without a document', async () => {
    const { account, idOf, remove } = await seller();
    const invoice = await idOf({}, goods());
    const payment = account.data('payments').insert({ documentID: invoice, sum: 5, type: 'CASH' });
    expect(await remove(invoice)).toBe(0);
    expect(account.data('payments').get(Number(payment))).toMatchObject({ documentID: 0, sum: 5 });
  });
});
