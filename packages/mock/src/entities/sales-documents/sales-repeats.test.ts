import { describe, expect, it } from 'vitest';

import { rowInputs, seller } from '../../../test/sales-documents/seller.ts';

const rows = [{ productID: 1, amount: 2, price: 10 }];
const whole = {
  type: 'CASHINVOICE',
  date: '2026-05-01',
  time: '10:00:00',
  customerID: 1004,
  ...rowInputs(rows),
};

describe('temporaryUUID', () => {
  it('makes a document once: a repeat is refused with 1206, and nothing is saved', async () => {
    const { account, refusal, stockOf } = await seller();
    const fields = { temporaryUUID: 'a-1', ...rowInputs(rows) };
    expect(await refusal(fields)).toBe(0);
    const [before, count] = [await stockOf(1), account.data('salesDocuments').list().length];
    expect(await refusal(fields)).toEqual([1206, 'temporaryUUID']);
    expect(await refusal({ ...fields, temporaryUUID: 'a-2' })).toBe(0);
    expect(account.data('salesDocuments').list()).toHaveLength(count + 1);
    expect(await stockOf(1)).toMatchObject({ inStock: before.inStock - 2 });
  });

  it('is not used up by a save that is refused, and is none of an edit', async () => {
    const { refusal, save } = await seller();
    const temporaryUUID = 'b-1';
    expect(await refusal({ temporaryUUID, productID1: 99_999_999, amount1: 1 })).toEqual([
      1011,
      'productID1',
    ]);
    const { invoiceID: id } = await save({ temporaryUUID }, rows);
    expect(await refusal({ id, temporaryUUID, notes: 'x' })).toBe(0);
    expect(await refusal({ temporaryUUID, ...rowInputs(rows) })).toEqual([1206, 'temporaryUUID']);
  });

  it('makes a document once however many requests come at a time', async () => {
    const { account, refusal } = await seller();
    const count = account.data('salesDocuments').list().length;
    const fields = { temporaryUUID: 'c-1', ...rowInputs(rows) };
    const codes = await Promise.all(Array.from({ length: 5 }, () => refusal(fields)));
    expect(codes.filter((code) => code === 0)).toHaveLength(1);
    expect(account.data('salesDocuments').list()).toHaveLength(count + 1);
  });
});

describe('a document that is identical with another', () => {
  it('is not saved: the answer is ok, with the ID and details of the other', async () => {
    const { account, save, stockOf } = await seller();
    const first = await save(whole);
    const [before, count] = [await stockOf(1), account.data('salesDocuments').list().length];
    expect(await save(whole)).toEqual(first);
    expect(await stockOf(1)).toEqual(before);
    expect(account.data('salesDocuments').list()).toHaveLength(count);
    // The number was not used up either.
    expect(await save({ ...whole, time: '10:00:01' })).toMatchObject({ invoiceNo: '100002' });
  });

  it.each([
    ['type', { type: 'INVWAYBILL' }],
    ['date', { date: '2026-05-02' }],
    ['time', { time: '10:00:01' }],
    ['customer', { customerID: 1005 }],
    ['register', { pointOfSaleID: 1 }],
    ['product', { productID1: 2 }],
    ['amount', { amount1: 3 }],
    ['price', { price1: 11 }],
    ['discount', { discount1: 1 }],
    ['total', { rounding: 0.01 }],
    ['rows', { productID2: 1, amount2: 2, price2: 10 }],
  ])('differs by its %s', async (_, fields) => {
    const { save } = await seller();
    const first = await save(whole);
    expect((await save({ ...whole, ...fields })).invoiceID).not.toBe(first.invoiceID);
  });

  it.each(['date', 'time'] as const)('does not exist where the server set the %s', async (field) => {
    const { save } = await seller();
    const { [field]: _, ...fields } = whole;
    expect((await save(fields)).invoiceID).not.toBe((await save(fields)).invoiceID);
  });

  it('is looked for among documents as they are now, deleted ones left out', async () => {
    const { save, remove } = await seller();
    const first = await save(whole);
    await save({ id: first.invoiceID, time: '11:11:11' });
    const second = await save(whole);
    expect(second.invoiceID).not.toBe(first.invoiceID);
    expect((await save({ ...whole, time: '11:11:11' })).invoiceID).toBe(first.invoiceID);
    await remove(second.invoiceID);
    expect((await save(whole)).invoiceID).not.toBe(second.invoiceID);
  });

  it('is saved where the account makes them all (duplicateDocuments=off)', async () => {
    const { account, save } = await seller();
    account.setConfig({ set: { duplicateDocuments: 'off' } });
    expect((await save(whole)).invoiceID).not.toBe((await save(whole)).invoiceID);
  });

  it('is the document of the bulk request that made it again', async () => {
    const { bulk, save } = await seller();
    const first = await save(whole);
    const payment = { requestName: 'savePayment', documentID: 'CURRENT_INVOICE_ID', type: 'CASH', sum: 1 };
    const { requests } = await bulk([{ requestName: 'saveSalesDocument', ...whole }, payment]);
    expect(requests.map(({ status }: any) => status.errorCode)).toEqual([0, 0]);
    expect(requests[0].records[0].invoiceID).toBe(first.invoiceID);
  });

  it('with a used temporaryUUID is a repeat (1206), which the rest of a bulk request learns (1158)', async () => {
    const { bulk } = await seller();
    const document = { requestName: 'saveSalesDocument', ...whole, temporaryUUID: 'd-1' };
    const payment = { requestName: 'savePayment', documentID: 'CURRENT_INVOICE_ID', type: 'CASH', sum: 1 };
    await bulk([document, payment]);
    const { requests } = await bulk([document, payment]);
    expect(requests.map(({ status }: any) => status.errorCode)).toEqual([1206, 1158]);
  });
});
