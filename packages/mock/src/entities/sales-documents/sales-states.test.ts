import { describe, expect, it } from 'vitest';

import { start } from '../../../test/ask.ts';
import { seller } from '../../../test/sales-documents/seller.ts';

const one = [{ productID: 1, amount: 2, price: 10, vatrateID: 1 }];

const lockedTypes = ['INVWAYBILL', 'CASHINVOICE', 'WAYBILL', 'EXPORTINVOICE', 'CREDITINVOICE'];
const openTypes = ['INVOICE', 'PREPAYMENT', 'OFFER', 'ORDER', 'RESERVATION'];

describe('a draft', () => {
  it('moves nothing, has no number and is PENDING, until it is confirmed', async () => {
    const { save, document, stockOf } = await seller();
    const before = await stockOf(1);
    const draft = await save({ confirmInvoice: 0 }, one);
    expect(draft).toMatchObject({ invoiceNo: '0', net: 20 });
    const id = draft.invoiceID;
    expect(document(id)).toMatchObject({ number: '0', invoiceState: 'PENDING', confirmed: 0 });
    expect(document(id).inventoryTransactionDate ?? null).toBe(null);
    expect(await stockOf(1)).toEqual(before);
    await save({ id, confirmInvoice: 0, warehouseID: 2, type: 'CASHINVOICE' }, [...one, ...one]);
    expect(await stockOf(1)).toEqual(before);
  });

  it('gets a number, a day and READY when it is confirmed, which a save does unless told otherwise', async () => {
    const { save, document, stockOf } = await seller();
    const before = await stockOf(1);
    const { invoiceID: id } = await save({ confirmInvoice: 0, date: '2026-01-05' }, one);
    expect(await save({ id })).toMatchObject({ invoiceNo: '100001' });
    const today = new Date(start * 1000).toISOString().slice(0, 10);
    expect(document(id)).toMatchObject({ invoiceState: 'READY', confirmed: 1, date: '2026-01-05' });
    expect(document(id)).toMatchObject({ inventoryTransactionDate: today });
    expect(await stockOf(1)).toMatchObject({ inStock: before.inStock - 2 });
  });

  it('keeps a state that is sent', async () => {
    const { save, document } = await seller();
    const { invoiceID: id } = await save({ confirmInvoice: 0, invoiceState: 'MAILED' }, one);
    expect(document(id).invoiceState).toBe('MAILED');
    await save({ id, confirmInvoice: 0 });
    expect(document(id).invoiceState).toBe('MAILED');
    await save({ id, invoiceState: 'PRINTED' });
    await save({ id, notes: 'x' });
    expect(document(id).invoiceState).toBe('PRINTED');
  });
});

describe('a confirmed document', () => {
  it.each([...lockedTypes, ...openTypes])('%s cannot become one of another type (1121)', async (type) => {
    const { idOf, refusal } = await seller();
    const id = await idOf({ type }, one);
    const other = type === 'ORDER' ? 'OFFER' : 'ORDER';
    expect(await refusal({ id, type: other })).toEqual([1121, 'type']);
    expect(await refusal({ id, type })).toBe(0);
  });

  it.each(lockedTypes)('%s holds on to its location, its goods and its being confirmed', async (type) => {
    const { idOf, refusal, document } = await seller();
    const id = await idOf({ type, warehouseID: 1 }, [...one, { productID: 2, amount: 1, price: 5 }]);
    const before = document(id);
    const both = { productID1: 1, amount1: 2, productID2: 2, amount2: 1 };
    expect(await refusal({ id, warehouseID: 2 })).toEqual([1017, 'warehouseID']);
    expect(await refusal({ id, confirmInvoice: 0 })).toEqual([1017, 'confirmInvoice']);
    expect(await refusal({ id, doNotCreateInventoryTransaction: 1 })).toEqual([
      1017,
      'doNotCreateInventoryTransaction',
    ]);
    expect(await refusal({ id, ...both, amount2: 2 })).toEqual([1017, 'amount2']);
    expect(await refusal({ id, ...both, productID2: 3 })).toEqual([1017, 'productID2']);
    expect(await refusal({ id, ...both, itemName1: 'another name' })).toEqual([1017, 'itemName1']);
    expect(await refusal({ id, productID1: 1, amount1: 2 })).toBe(1023);
    expect(await refusal({ id, ...both, productID3: 3, amount3: 1 })).toBe(1023);
    expect(await refusal({ id, productID1: 2, amount1: 1, productID2: 1, amount2: 2 })).toBe(1023);
    expect(document(id)).toEqual(before);
  });

  it.each(lockedTypes)(
    '%s takes other prices, discounts and tax rates, and its totals follow',
    async (type) => {
      const { idOf, save, document, stockOf } = await seller();
      const id = await idOf({ type }, one);
      const { inStock } = await stockOf(1);
      const saved = await save({ id }, [{ productID: 1, amount: 2, price: 8, discount: 25, vatrateID: 2 }]);
      expect(saved.net).toBe(12);
      expect(document(id).rows[0]).toMatchObject({ price: 8, discount: 25, vatrateID: 2 });
      expect(document(id).vatTotalsByTaxRate).toMatchObject([{ vatrateID: 2 }]);
      expect(await stockOf(1)).toMatchObject({ inStock });
    },
  );

  it.each(openTypes)('%s, which moves no stock, takes other rows and can be a draft again', async (type) => {
    const { idOf, save, document } = await seller();
    const id = await idOf({ type, warehouseID: 1 }, one);
    await save({ id, warehouseID: 2 }, [{ productID: 2, amount: 7, price: 1 }]);
    expect(document(id)).toMatchObject({ warehouseID: 2, number: '100001' });
    expect(document(id).rows).toMatchObject([{ productID: 2, amount: 7 }]);
    await save({ id, confirmInvoice: 0 });
    expect(document(id)).toMatchObject({ confirmed: 0, number: '0', invoiceState: 'PENDING' });
  });

  it('keeps the price of a row that an edit sends without one', async () => {
    const { idOf, save, document } = await seller();
    const id = await idOf({}, one);
    await save({ id }, [{ productID: 1, amount: 2, discount: 50 }]);
    expect(document(id)).toMatchObject({ netTotal: 10, rows: [{ price: 10, vatrateID: 1 }] });
  });
});

describe('numbers', () => {
  it('go up by type, and only what is stored and confirmed uses one up', async () => {
    const { save, refusal, remove } = await seller();
    const numberOf = async (fields: object) => (await save(fields as never, one)).invoiceNo;
    expect(await numberOf({})).toBe('100001');
    expect(await numberOf({ type: 'ORDER' })).toBe('100001');
    expect(await numberOf({ confirmInvoice: 0 })).toBe('0');
    expect(await refusal({ productID1: 1 })).toEqual([1010, 'amount1']);
    const last = await save({}, one);
    expect(last.invoiceNo).toBe('100002');
    // A number is not used twice, not even that of a document that is gone.
    expect(await remove(last.invoiceID)).toBe(0);
    expect(await numberOf({})).toBe('100003');
  });

  it('of the user are taken unless they are taken: then they are silently replaced', async () => {
    const { save } = await seller();
    const numberOf = async (fields: object) => (await save(fields as never, one)).invoiceNo;
    expect(await numberOf({ invoiceNo: 20_000_001 })).toBe('20000001');
    expect(await numberOf({ invoiceNo: 20_000_001 })).toBe('100001');
    expect(await numberOf({ invoiceNo: 20_000_001, allowDuplicateNumbers: 1 })).toBe('20000001');
    expect(await numberOf({ invoiceNo: 20_000_001, type: 'ORDER' })).toBe('20000001');
    // Those that the account gives step over them.
    expect(await numberOf({ invoiceNo: 100_002 })).toBe('100002');
    expect(await numberOf({})).toBe('100003');
  });

  it('stay with a document that has one, whatever is sent', async () => {
    const { save } = await seller();
    const { invoiceID: id } = await save({}, one);
    expect(await save({ id, invoiceNo: 30_000_001 })).toMatchObject({ invoiceNo: '100001' });
    expect(await save({ id, customNumber: 'A-7' })).toMatchObject({
      invoiceNo: '100001',
      customNumber: 'A-7',
    });
  });

  it('of free form stand in for the other one, and may be alike', async () => {
    const { save } = await seller();
    for (const customNumber of ['A-7', 'A-7'])
      expect(await save({ customNumber }, one)).toMatchObject({ invoiceNo: '0', customNumber });
    expect(await save({}, one)).toMatchObject({ invoiceNo: '100001' });
  });
});

describe('IDs of rows', () => {
  const idsOf = (saved: { rows: { rowID: number; stableRowID: number }[] }) => ({
    rows: saved.rows.map(({ rowID }) => rowID),
    stable: saved.rows.map(({ stableRowID }) => stableRowID),
  });
  const two = [...one, { productID: 2, amount: 1, price: 5 }];

  it('are others after each save of rows, but the stable ones of the same rows', async () => {
    const { save } = await seller();
    const first = await save({ type: 'ORDER' }, two);
    const again = await save({ id: first.invoiceID }, [{ ...two[0], amount: 9 } as never, two[1] as never]);
    expect(idsOf(again).stable).toEqual(idsOf(first).stable);
    for (const rowID of idsOf(again).rows) expect(idsOf(first).rows).not.toContain(rowID);
  });

  it.each([
    ['one was added', [...two, { productID: 3, amount: 1, price: 1 }]],
    ['one is gone', [two[0]]],
    ['they stand in another order', [two[1], two[0]]],
    ['one sells something else', [two[0], { productID: 3, amount: 1, price: 1 }]],
  ])('are all new ones when %s', async (_, rows) => {
    const { save } = await seller();
    const first = await save({ type: 'ORDER' }, two);
    const again = await save({ id: first.invoiceID }, rows as never);
    for (const stable of idsOf(again).stable) expect(idsOf(first).stable).not.toContain(stable);
  });

  it('stay where the client sends the stable ones', async () => {
    const { save } = await seller();
    const first = await save({ type: 'ORDER' }, two);
    const [one1 = 0, two1 = 0] = idsOf(first).stable;
    const rows = [
      { ...two[1], stableRowID: two1 },
      { ...two[0], stableRowID: one1 },
    ];
    expect(idsOf(await save({ id: first.invoiceID }, rows as never)).stable).toEqual([two1, one1]);
  });

  it('belong to one row of the account only, those of data that came in among them', async () => {
    const { account, save } = await seller();
    account
      .data('salesDocuments')
      .insert({ type: 'ORDER', rows: [{ rowID: 5000, stableRowID: 4000, productID: 1 }] });
    expect(idsOf(await save({}, one)).rows).toEqual([5001]);
  });
});
