import { describe, expect, it } from 'vitest';

import { type Fields, frozenMock, loggedIn, start } from '../../../test/ask.ts';

/** A fake of its own, and what most tests ask it for. */
async function seller(mock = frozenMock()) {
  const { call, bulk } = await loggedIn(mock);
  const account = mock.account('100001');
  const save = async (fields: Fields) => (await call('saveSalesDocument', fields)).records[0];
  const refusal = async (fields: Fields, request = 'saveSalesDocument') => {
    const { status } = await call(request, fields);
    return [status.errorCode, status.errorField];
  };
  const document = (id: number | string) => account.data('salesDocuments').get(Number(id)) as any;
  const stock = async (productID: number, warehouseID = 1) => {
    const { records } = await call('getProductStock', { warehouseID, productIDs: productID });
    return records[0]?.amountInStock ?? 0;
  };
  return { mock, account, call, bulk, save, refusal, document, stock };
}

const row = (productID: number, amount: number, price = 10) => ({
  productID1: productID,
  amount1: amount,
  price1: price,
});

describe('saveSalesDocument', () => {
  it('makes a confirmed document with a number and totals, and its goods leave stock', async () => {
    const { save, document, stock } = await seller();
    const before = await stock(1);
    const saved = await save({ warehouseID: 1, ...row(1, 2, 8.17), vatrateID1: 1 });
    expect(saved).toMatchObject({ invoiceID: expect.any(String), invoiceNo: '100001', customNumber: '' });
    expect(saved.rows).toEqual([
      { rowID: expect.any(Number), stableRowID: saved.rows[0].rowID, productID: 1, serviceID: 0, amount: '2' },
    ]);
    expect(await stock(1)).toBe(before - 2);
    expect(document(saved.invoiceID)).toMatchObject({ type: 'INVWAYBILL', confirmed: 1, number: '100001' });
    expect(start).toBeGreaterThan(0);
  });
});
