import { describe, expect, it } from 'vitest';

import { frozenMock, loggedIn, start } from '../../../test/ask.ts';

describe('a gift card', () => {
  it('is made, found by its number, and edited by its ID or its number', async () => {
    const mock = frozenMock();
    const { call } = await loggedIn(mock);
    const sold = {
      code: 'G1',
      value: 50,
      balance: 50,
      purchaseDateTime: start,
      expirationDate: '2030-01-31',
    };
    expect((await call('saveGiftCard', sold)).records).toEqual([{ giftCardID: 25 }]);
    mock.clock.advance(60);
    expect((await call('saveGiftCard', { code: 'G1', information: 'a' })).records).toEqual([
      { giftCardID: 25 },
    ]);
    expect((await call('saveGiftCard', { giftCardID: 25, code: 'G2' })).records).toEqual([
      { giftCardID: 25 },
    ]);
    expect((await call('getGiftCards', { code: 'G1' })).records).toEqual([]);
    expect((await call('getGiftCards', { code: 'G2' })).records).toMatchObject([
      { ...sold, code: 'G2', information: 'a', added: start, lastModified: start + 60 },
    ]);
    expect((await call('getGiftCardRedeemings', { giftCardID: 25 })).records).toEqual([]);
  });

  it('that is used is logged with what was paid and what is left', async () => {
    const { call } = await loggedIn(frozenMock());
    await call('saveGiftCard', { code: 'G1', value: 50, balance: 50 });
    await call('saveGiftCard', {
      code: 'G1',
      balance: 19.9,
      redemptionWarehouseID: 1,
      redemptionDateTime: start,
    });
    const { records } = await call('getGiftCardRedeemings', { giftCardID: 25, changedSince: start });
    expect(records).toEqual([
      {
        giftCardID: 25,
        redeemed: 30.1,
        remainingBalance: 19.9,
        invoiceID: 0,
        invoiceNo: '',
        paymentID: 0,
        customerID: 0,
        warehouseID: 1,
        warehouseCode: 'W01',
        pointOfSaleID: 0,
        employeeID: 0,
        // By the clocks of the shop.
        dateTime: '2026-05-28 23:00:00',
      },
    ]);
  });

  it('is found by when it was sold and used, never used ones by neither', async () => {
    const { call } = await loggedIn(frozenMock());
    const all = (await call('getGiftCards', { recordsOnPage: 100 })).records;
    const [{ redemptionDateTime: used }] = all.filter((card: any) => card.redemptionDateTime > 0);
    const [{ purchaseDateTime: sold }] = all;
    const count = async (fields: object) =>
      (await call('getGiftCards', fields as never)).status.recordsTotal as number;
    const expected = (test: (card: any) => boolean) => all.filter(test).length;
    expect(await count({ purchasedUnixTimeFrom: sold })).toBe(
      expected((card) => card.purchaseDateTime >= sold),
    );
    expect(await count({ purchasedUnixTimeTo: sold })).toBe(
      expected((card) => card.purchaseDateTime <= sold),
    );
    expect(await count({ redeemedUnixTimeFrom: used, redeemedUnixTimeTo: used })).toBe(1);
    expect(await count({ redeemedUnixTimeTo: start })).toBe(8);
    expect(await count({ purchaseInvoiceID: 7 })).toBe(0);
  });

  it('has no locations and persons, and no log of uses, without the module', async () => {
    const mock = frozenMock();
    mock.account('100001').setConfig({ modules: { giftCardExtras: false } });
    const { call } = await loggedIn(mock);
    const [card] = (await call('getGiftCards')).records;
    expect(Object.keys(card).filter((field) => /Warehouse|PointOfSale|Invoice|Employee/.test(field))).toEqual(
      [],
    );
    expect((await call('getGiftCardRedeemings')).status.errorCode).toBe(1006);
    expect((await call('getGiftCards', { purchaseInvoiceID: 1 })).status).toMatchObject({
      errorCode: 1028,
      errorField: 'purchaseInvoiceID',
    });
  });

  it.each([
    [{ giftCardID: 99 }, 1011, 'giftCardID'],
    [{ code: 'x', vatrateID: 99 }, 1011, 'vatrateID'],
    [{ code: 'x', redemptionWarehouseID: 99 }, 1011, 'redemptionWarehouseID'],
    [{ code: 'x', value: 'much' }, 1014, 'value'],
  ])('is refused as %o', async (fields, errorCode, errorField) => {
    const { call } = await loggedIn(frozenMock());
    expect((await call('saveGiftCard', fields as never)).status).toMatchObject({ errorCode, errorField });
  });

  it('cannot take the number of another', async () => {
    const { call } = await loggedIn(frozenMock());
    const [{ code }] = (await call('getGiftCards', { giftCardID: 1 })).records;
    expect((await call('saveGiftCard', { giftCardID: 2, code })).status).toMatchObject({
      errorCode: 1012,
      errorField: 'code',
    });
  });
});

describe('a gift card and the sale', () => {
  const receipt = { type: 'CASHINVOICE', confirmed: 1, number: '77', total: 30, rows: [] };

  it('that it paid are known to the log of uses, with the payment', async () => {
    const mock = frozenMock();
    const documents = mock.account('100001').data('salesDocuments');
    const sale = documents.insert({ ...receipt, clientID: 1003 });
    const { call } = await loggedIn(mock);
    const pay = async (fields: object) =>
      (await call('savePayment', { documentID: sale, ...fields })).records[0].paymentID as number;
    await pay({ type: 'CASH', sum: 5 });
    const paymentID = await pay({ type: 'GIFTCARD', sum: 25 });
    const card = { code: 'G1', value: 50, balance: 25, redemptionInvoiceID: sale, redeemingCustomerID: 1003 };
    expect((await call('saveGiftCard', { ...card, purchaseInvoiceID: sale })).status.errorCode).toBe(0);
    const log = async () => (await call('getGiftCardRedeemings', { changedSince: start })).records;
    const use = { invoiceID: sale, invoiceNo: '77', paymentID, customerID: 1003, redeemed: 25 };
    expect(await log()).toMatchObject([use]);
    expect((await call('getGiftCards', { purchaseInvoiceID: sale })).records).toMatchObject([
      { code: 'G1', redemptionInvoiceID: sale },
    ]);
    documents.update(sale, { number: '78' });
    expect(await log()).toMatchObject([{ ...use, invoiceNo: '78' }]);
    documents.remove(sale);
    expect(await log()).toMatchObject([{ invoiceID: sale, invoiceNo: '' }]);
  });

  it.each(['purchaseInvoiceID', 'redemptionInvoiceID', 'purchasingCustomerID', 'redeemingCustomerID'])(
    'is refused, and nothing is left of it, when %s names nothing',
    async (name) => {
      const mock = frozenMock();
      const { call } = await loggedIn(mock);
      const data = (table: string) => mock.account('100001').data(table).list();
      const before = [data('giftCards'), data('giftCardRedeemings')];
      const { status } = await call('saveGiftCard', { code: 'G1', value: 50, [name]: 999_999 });
      expect(status).toMatchObject({ errorCode: 1011, errorField: name });
      expect([data('giftCards'), data('giftCardRedeemings')]).toEqual(before);
    },
  );
});
