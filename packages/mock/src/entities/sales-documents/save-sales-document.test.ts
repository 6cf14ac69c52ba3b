import { describe, expect, it } from 'vitest';

import { start } from '../../../test/ask.ts';
import { seller } from '../../../test/sales-documents/seller.ts';

describe('saveSalesDocument', () => {
  it('answers as a sampled server does: the ID as a text, IDs of rows as numbers, amounts as texts', async () => {
    const { call } = await seller();
    const fields = {
      type: 'INVWAYBILL',
      warehouseID: 1,
      productID1: 1,
      amount1: 2,
      price1: 8.17,
      vatrateID1: 1,
    };
    const { status, records } = await call('saveSalesDocument', fields);
    expect(status).toMatchObject({ errorCode: 0, recordsTotal: 1, recordsInResponse: 1 });
    const [saved] = records;
    expect(Object.keys(saved)).toEqual([
      ...['invoiceID', 'invoiceNo', 'customNumber', 'invoiceLink', 'receiptLink'],
      ...['net', 'vat', 'rounding', 'total', 'rows'],
    ]);
    expect(saved).toMatchObject({
      invoiceID: expect.any(String),
      invoiceNo: '100001',
      net: 16.34,
      rounding: 0,
    });
    expect(saved.total).toBeCloseTo(saved.net + saved.vat, 9);
    const { rowID } = saved.rows[0];
    expect(saved.rows).toEqual([{ rowID, stableRowID: rowID, productID: 1, serviceID: 0, amount: '2' }]);
    expect(rowID).toEqual(expect.any(Number));
  });

  it('fills what is left out: type, first location, day and time of the shop, employee, days, state', async () => {
    const { document, mock, call } = await seller();
    // An hour before midnight in London is the next day in Tallinn.
    const lateEvening = Date.parse('2026-07-01T21:30:05Z') / 1000;
    mock.clock.advance(lateEvening - start);
    const key = await call('verifyUser', { username: 'demo', password: 'demouser' });
    const sessionKey = key.records[0].sessionKey;
    const { records } = await call('saveSalesDocument', { sessionKey, productID1: 1, amount1: 1 });
    expect(document(records[0].invoiceID)).toMatchObject({
      ...{ type: 'INVWAYBILL', warehouseID: 1, date: '2026-07-02', time: '00:30:05', employeeID: 1 },
      ...{
        paymentDays: 14,
        printDiscounts: 1,
        euInvoiceType: 'DOMESTIC',
        currencyCode: 'EUR',
        currencyRate: 1,
      },
      ...{ confirmed: 1, invoiceState: 'READY', inventoryTransactionDate: '2026-07-02', number: '100001' },
      ...{ algorithmVersion: 2, algorithmVersionCalculated: 2 },
    });
  });

  it('is for the default customer of the register, else of the account, where it names none', async () => {
    const { account, call, idOf, document } = await seller();
    const [{ id }] = (await call('getDefaultCustomer')).records;
    const rows = [{ productID: 1, amount: 1 }];
    expect(document(await idOf({}, rows)).clientID).toBe(id);
    account.data('pointsOfSale').update(2, { defaultCustomerID: 1005 });
    expect(document(await idOf({ pointOfSaleID: 2 }, rows)).clientID).toBe(1005);
    expect(document(await idOf({ pointOfSaleID: 2, customerID: 1006 }, rows)).clientID).toBe(1006);
  });

  it('takes name, codes, price and tax of a product that the row does not say', async () => {
    const { product, idOf, document } = await seller();
    const productID = await product({
      name: 'Tea',
      code: 'T-1',
      code2: '4740',
      netPrice: 12.5,
      vatrateID: 2,
    });
    const rows = [
      { productID, amount: 3 },
      { productID, amount: 1, itemName: 'Green tea', price: 10, vatrateID: 1, discount: 5 },
    ];
    const { rows: stored } = document(await idOf({}, rows));
    expect(stored[0]).toMatchObject({ itemName: 'Tea', code: 'T-1', code2: '4740', barcode: '4740' });
    expect(stored[0]).toMatchObject({ price: 12.5, vatrateID: 2, originalPriceIsZero: 0, rowNetTotal: 37.5 });
    expect(stored[1]).toMatchObject({ itemName: 'Green tea', price: 10, vatrateID: 1, discount: 5 });
  });

  it('takes the price on the card in the currency of the document', async () => {
    const { product, idOf, document } = await seller();
    const productID = await product({ netPrice: 9 });
    const inDollars = document(await idOf({ currencyCode: 'USD' }, [{ productID, amount: 1 }]));
    expect(inDollars).toMatchObject({ currencyCode: 'USD', currencyRate: 0.9, rows: [{ price: 10 }] });
    const ownRate = document(
      await idOf({ currencyCode: 'USD', currencyRate: 0.5 }, [{ productID, amount: 1 }]),
    );
    expect(ownRate).toMatchObject({ currencyRate: 0.5, rows: [{ price: 18 }] });
  });

  it('silently makes the currency of the account of an unknown one, whatever rate it had', async () => {
    const { idOf, document } = await seller();
    const rows = [{ productID: 1, amount: 1 }];
    for (const fields of [{ currencyCode: 'XYZ' }, { currencyCode: 'XYZ', currencyRate: 7 }])
      expect(document(await idOf(fields, rows))).toMatchObject({ currencyCode: 'EUR', currencyRate: 1 });
  });

  it('takes no tax of an exempt customer, another country or a tax-free product, else the rate of the register', async () => {
    const { account, call, product, idOf, document } = await seller();
    const [zero] = (await call('getVatRates')).records.filter(
      ({ rate }: { rate: string }) => Number(rate) === 0,
    );
    const productID = await product();
    const rateOf = async (fields: object, rows: readonly object[] = [{ productID, amount: 1 }]) =>
      document(await idOf(fields as never, rows as never)).rows[0].vatrateID;
    const none = Number(zero?.id ?? 0);
    expect(await rateOf({})).toBe(1);
    account.data('customers').update(1004, { taxExempt: 1 });
    expect(await rateOf({ customerID: 1004 })).toBe(none);
    expect(await rateOf({ customerID: 1005, euInvoiceType: 'EU' })).toBe(none);
    expect(await rateOf({}, [{ productID: await product({ taxFree: 1 }), amount: 1 }])).toBe(none);
    account.data('pointsOfSale').update(1, { vatrateID: 3 });
    expect(await rateOf({ pointOfSaleID: 1 })).toBe(3);
    // What is sent counts.
    expect(await rateOf({ customerID: 1004 }, [{ productID, amount: 1, vatrateID: 2 }])).toBe(2);
  });

  it('computes totals by type, currency rounding of the account, and the rounding that is sent', async () => {
    const { account, save } = await seller();
    const rows = [{ productID: 1, amount: 1, price: 7.45, discount: 10, vatrateID: 1 }];
    account.data('vatRates').update(1, { rate: 14 });
    account.data('confParameters').update(1, { price_decimals: 4 });
    // The example of Erply's page: 8.49 less 10% as a receipt, 6.71 and its tax as an invoice.
    expect((await save({ type: 'CASHINVOICE' }, rows)).total).toBe(7.64);
    expect((await save({ type: 'INVWAYBILL' }, rows)).total).toBe(7.65);
    const credit = [{ ...rows[0], amount: -1 } as never];
    expect((await save({ type: 'CREDITINVOICE' }, credit)).total).toBe(-7.65);
    expect((await save({ type: 'CREDITINVOICE', isCashInvoice: 1 }, credit)).total).toBe(-7.64);
    account.data('confParameters').update(1, { invoice_rounding: 0.05 });
    expect(await save({ type: 'CASHINVOICE' }, rows)).toMatchObject({ rounding: 0.01, total: 7.65 });
    expect(await save({ type: 'CASHINVOICE', rounding: -0.04 }, rows)).toMatchObject({
      rounding: -0.04,
      total: 7.6,
    });
  });

  it('sells services and texts, and keeps attributes, long ones too', async () => {
    const { save, document, call } = await seller();
    const [service] = (await call('getServices')).records;
    const rows = [{ itemName: 'Thank you' }, { itemName: 'Postage', amount: 1, price: 3, vatrateID: 1 }];
    const attributes = {
      attributeName1: 'colour',
      attributeValue1: 'red',
      longAttributeName1: 'story',
      longAttributeValue1: 'x',
    };
    const saved = await save(attributes, [
      ...rows,
      ...(service === undefined ? [] : [{ serviceID: service.serviceID, amount: 1 }]),
    ]);
    expect(saved.rows.slice(0, 2)).toMatchObject([
      { productID: 0, amount: '0' },
      { productID: 0, amount: '1' },
    ]);
    expect(document(saved.invoiceID)).toMatchObject({
      attributes: [{ attributeName: 'colour', attributeValue: 'red' }],
      longAttributes: [{ attributeName: 'story', attributeValue: 'x' }],
    });
    await save({ id: saved.invoiceID, attributeName1: 'colour', attributeValue1: 'null' });
    expect(document(saved.invoiceID).attributes ?? []).toEqual([]);
  });

  it('takes an empty field, and 0 where there is always something, for left out', async () => {
    const { idOf, save, document } = await seller();
    const stored = { warehouseID: 2, date: '2026-05-01', time: '10:00:00', currencyCode: 'USD' };
    const fields = { ...stored, customerID: 1004 };
    const id = await idOf({ ...fields, deliveryDate: '2026-05-09' }, [
      { productID: 1, amount: 1, itemName: '' },
    ]);
    const before = document(id);
    expect(before.rows[0].itemName).not.toBe('');
    await save({ id, customerID: 0, warehouseID: 0, employeeID: 0, date: '', time: '', currencyCode: '' });
    expect(document(id)).toMatchObject({ ...stored, clientID: 1004, employeeID: 1 });
    await save({ id, deliveryDate: '0000-00-00' });
    expect(document(id).deliveryDate ?? null).toBe(null);
    expect(document(await idOf({ customerID: 0, warehouseID: 0 })).warehouseID).toBe(1);
  });

  it('knows how it is to be paid by the ID of that way', async () => {
    const { call, idOf, document } = await seller();
    const [{ id: paymentTypeID, type }] = (await call('getInvoicePaymentTypes')).records;
    expect(document(await idOf({ paymentTypeID }))).toMatchObject({ paymentType: type });
    expect(document(await idOf({ paymentTypeID, paymentType: 'OWN' }))).toMatchObject({ paymentType: 'OWN' });
  });

  it('keeps what the cart said of discounts beside the rows, of a confirmed document too', async () => {
    const { call, idOf, document, refusal } = await seller();
    const rows = [
      { productID: 1, amount: 2, price: 9, promotionRule1promotionID: 3, promotionRule1totalDiscount: 2 },
    ];
    const id = await idOf({}, rows);
    expect(Object.keys(document(id).rows[0]).join()).not.toContain('promotionRule');
    const records = async () => (await call('getAppliedPromotionRecords', { invoiceIDs: id })).records;
    const [{ rowID }] = document(id).rows;
    expect(await records()).toMatchObject([
      { invoiceID: id, rowID: Number(rowID), promotionID: 3, totalDiscount: 2 },
    ]);
    const again = {
      id,
      productID1: 1,
      amount1: 2,
      promotionRule1promotionID1: 3,
      promotionRule1totalDiscount1: 1,
    };
    expect(await refusal(again)).toBe(0);
    expect(await records()).toMatchObject([{ totalDiscount: 1 }]);
  });

  it('changes just what an edit names, and neither rows nor totals without rows', async () => {
    const { save, document } = await seller();
    const saved = await save({ notes: 'a', customReferenceNumber: '1' }, [
      { productID: 1, amount: 1, price: 5 },
    ]);
    const before = document(saved.invoiceID);
    const again = await save({ id: saved.invoiceID, notes: 'b' });
    expect(again).toEqual(saved);
    const { notes, lastModified, lastModifierUsername, ...others } = document(saved.invoiceID);
    expect(before).toMatchObject(others);
    expect([notes, lastModified]).toEqual(['b', start]);
    expect(lastModifierUsername).toBe('demo');
  });

  it('has nothing to do with the cards of what it sells', async () => {
    const { account, save } = await seller();
    const before = account.data('products').get(1);
    await save({}, [{ productID: 1, amount: 1 }]);
    expect(account.data('products').get(1)).toEqual(before);
  });

  it('logs that data of a person was used, and of no company', async () => {
    const { account, save, document } = await seller();
    const rows = [{ productID: 1, amount: 1 }];
    const logged = () =>
      account
        .data('customerDataLog')
        .list()
        .map(({ customerID }: any) => customerID);
    account.data('customers').update(1004, { customerType: 'PERSON' });
    account.data('customers').update(1005, { customerType: 'COMPANY' });
    const before = logged().length;
    await save({ customerID: 1005 }, rows);
    expect(logged()).toHaveLength(before);
    const { invoiceID } = await save({ customerID: 1004 }, rows);
    expect(account.data('customerDataLog').list().at(-1)).toMatchObject({
      ...{ customerID: 1004, activityType: 'read', fields: 'name', userName: 'demo' },
    });
    expect(document(invoiceID).clientID).toBe(1004);
  });
});
