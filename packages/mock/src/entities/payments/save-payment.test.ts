import { describe, expect, it } from 'vitest';

import { type Fields, start } from '../../../test/ask.ts';
import { date, invoice, payingShop, time } from '../../../test/payments/paying-shop.ts';

describe('a payment', () => {
  it('of a document is of its customer, by TRANSFER and of now, when nothing else is sent', async () => {
    const { save, find, document } = await payingShop();
    const paymentID = await save({ documentID: document });
    expect(await find()).toMatchObject([
      {
        ...{ paymentID, documentID: document, customerID: 1003, typeID: '6', type: 'TRANSFER', date, time },
        ...{ sum: '0', currencyCode: 'EUR', currencyRate: '1', cashPaid: '0', cashChange: '0' },
        ...{ isPrepayment: 0, storeCredit: 0, giftCardVatRateID: 0, added: start, lastModified: 0 },
      },
    ]);
  });

  it('has all that was sent, and shows it', async () => {
    const { save, find, document } = await payingShop();
    const texts = {
      ...{
        info: 'Thanks',
        cardHolder: 'A. Example',
        cardNumber: '1234',
        cardType: 'VISA',
        archivalNumber: 'A1',
      },
      ...{
        bankAccount: 'EE1',
        bankDocumentNumber: '7',
        bankPayerAccount: 'EE2',
        bankPayerName: 'B. Example',
      },
      ...{ bankPayerCode: 'X', bankReferenceNumber: '9', bankDescription: 'd', bankCurrency: 'EUR' },
      ...{ aid: 'a', applicationLabel: 'b', pinStatement: 'c', cryptogramType: 'd', cryptogram: 'e' },
      ...{ expirationDate: 'f', entryMethod: 'g', transactionType: 'h', transactionNumber: 'i' },
      ...{
        transactionId: 'j',
        klarnaPaymentID: 'k',
        certificateBalance: 'l',
        statusCode: 'm',
        statusMessage: 'n',
      },
      ...{ paymentServiceProvider: 'pax', date: '2026-02-03', time: '10:11:12', bankDate: '2026-02-04' },
    };
    const numbers = { customerID: 1005, isPrepayment: 1, transactionTime: start - 5, added: start - 9 };
    const attributes = { attributeName1: 'a', attributeValue1: '1' };
    const sums = { sum: 12.5, cashPaid: 20, cashChange: 7.5, bankSum: 12.5 };
    const sent = { ...texts, ...numbers, ...attributes, ...sums, signature: 's', signatureIV: 'iv' };
    await save({ ...sent, documentID: document, type: 'CARD', addedToStoreCredit: 1 });
    const [record] = await find();
    expect(record).toEqual({
      ...{ ...texts, ...numbers, paymentID: 1, documentID: document, type: 'CARD', typeID: '2' },
      ...{ sum: '12.5', cashPaid: '20', cashChange: '7.5', bankSum: '12.5', storeCredit: 1 },
      ...{
        currencyCode: 'EUR',
        currencyRate: '1',
        authorizationCode: '',
        referenceNumber: '',
        bankTransactionID: 0,
      },
      ...{ giftCardVatRateID: 0, lastModified: 0 },
      attributes: [{ attributeName: 'a', attributeType: 'text', attributeValue: '1' }],
    });
  });

  it('without a document is a deposit of its customer', async () => {
    const { save, find } = await payingShop();
    await save({ customerID: 1003, type: 'CASH', sum: 5 });
    expect(await find({ documentID: 0 })).toMatchObject([
      { documentID: 0, customerID: 1003, type: 'CASH', sum: '5' },
    ]);
  });

  it('has its type by code or by ID, those of the shop included', async () => {
    const { call, save, find } = await payingShop();
    await call('savePaymentType', { type: 'VOUCHER', name: 'Voucher' });
    await save({ customerID: 1003, typeID: 8 });
    await save({ customerID: 1003, type: 'VOUCHER', typeID: 8 });
    expect(await find({ type: 'VOUCHER' })).toMatchObject([{ typeID: '8' }, { typeID: '8' }]);
    expect(await find({ typeID: 8 })).toHaveLength(2);
  });

  it('is in the currency that was sent, of an unknown one in that of the account, else in that of its document', async () => {
    const { save, find, documents } = await payingShop();
    const documentID = documents.insert({ ...invoice, currencyCode: 'GBP', currencyRate: 1.25 });
    for (const currencyCode of ['USD', 'XXX', '']) await save({ documentID, currencyCode });
    expect(await find()).toMatchObject([
      { currencyCode: 'USD', currencyRate: '0.9' },
      { currencyCode: 'EUR', currencyRate: '1' },
      { currencyCode: 'GBP', currencyRate: '1.25' },
    ]);
  });

  it('is edited by its ID: what is not named, or is empty, stays', async () => {
    const { mock, save, find, document, other } = await payingShop();
    const first = {
      documentID: document,
      type: 'GIFTCARD',
      sum: 5,
      giftCardVatRateID: 1,
      info: 'i',
      currencyCode: 'USD',
    };
    const paymentID = await save({ ...first, date: '2026-02-03', time: '10:11:12' });
    const [before] = await find();
    mock.clock.advance(60);
    const empty = { date: '', time: '', type: '', typeID: 0, customerID: 0, currencyCode: '', added: 0 };
    expect(await save({ paymentID, sum: 6, ...empty })).toBe(paymentID);
    expect(await find()).toEqual([{ ...before, sum: '6', lastModified: start + 60 }]);
    await save({ paymentID, documentID: other, type: 'CASH' });
    expect(await find()).toMatchObject([
      { documentID: other, customerID: 1004, type: 'CASH', typeID: '1', giftCardVatRateID: 0, info: 'i' },
    ]);
  });

  it.each([
    [{}, 1010, 'customerID'],
    [{ customerID: 0, documentID: 0 }, 1010, 'customerID'],
    [{ paymentID: 99, sum: 1 }, 1011, 'paymentID'],
    [{ customerID: 99_999 }, 1011, 'customerID'],
    [{ documentID: 99_999 }, 1011, 'documentID'],
    [{ customerID: 1003, typeID: 99 }, 1011, 'typeID'],
    [{ customerID: 1003, giftCardVatRateID: 99, type: 'GIFTCARD' }, 1011, 'giftCardVatRateID'],
    [{ customerID: 1003, type: 'SHELLS' }, 1016, 'type'],
    [{ customerID: 1003, type: 'CASH', typeID: 2 }, 1016, 'typeID'],
    [{ customerID: 1003, sum: 'much' }, 1014, 'sum'],
    [{ customerID: 1003, sum: 1e13 }, 1016, 'sum'],
    [{ customerID: 1003, cashPaid: -1e13 }, 1016, 'cashPaid'],
    [{ customerID: 1003, date: '2026-02-30' }, 1014, 'date'],
    [{ customerID: 1003, time: '25:00:00' }, 1014, 'time'],
    [{ customerID: 1003, isPrepayment: 2 }, 1016, 'isPrepayment'],
    [{ customerID: 1003, aid: 'x' }, 1150, 'aid'],
    [{ customerID: 1003, statusMessage: 'x', paymentServiceProvider: '' }, 1150, 'statusMessage'],
    [{ customerID: 1003, paymentServiceProvider: 'stripe' }, 1150, 'paymentServiceProvider'],
    [{ customerID: 1003, giftCardVatRateID: 1 }, 1160, 'giftCardVatRateID'],
    [{ customerID: 1003, giftCardVatRateID: 1, type: 'CASH' }, 1160, 'giftCardVatRateID'],
    [{ paymentID: 1, giftCardVatRateID: 1 }, 1160, 'giftCardVatRateID'],
    [{ paymentID: 1, aid: 'x' }, 1150, 'aid'],
    [{ customerID: 1003, documentID: 'CURRENT_INVOICE_ID' }, 1014, 'documentID'],
    [{ customerID: 1003, temporaryUUID: 'not one' }, 1014, 'temporaryUUID'],
  ])('is refused, and nothing is left of it: %o', async (fields, errorCode, errorField) => {
    const { call, save, document, documentOf, payments } = await payingShop();
    await save({ documentID: document, type: 'CASH', sum: 1 });
    const before = [payments.list(), documentOf(document)];
    expect((await call('savePayment', fields as Fields)).status).toMatchObject({ errorCode, errorField });
    expect([payments.list(), documentOf(document)]).toEqual(before);
    // No number is used up either.
    expect(await save({ documentID: document })).toBe(2);
  });

  it('has no fields of modules that the account does not have, and refuses them', async () => {
    const { account, call, find, save } = await payingShop();
    await save({ customerID: 1003, paymentServiceProvider: 'pax', aid: 'x', transactionTime: 5 });
    account.setConfig({ modules: { paymentIntegrations: false, paymentTransactionTime: false } });
    const names = Object.keys((await find())[0]);
    expect(
      ['aid', 'paymentServiceProvider', 'transactionTime'].filter((name) => names.includes(name)),
    ).toEqual([]);
    const sent = { customerID: 1003, paymentServiceProvider: 'pax' };
    expect((await call('savePayment', { ...sent, aid: 'x' })).status.errorCode).toBe(1006);
    expect((await call('savePayment', { ...sent, transactionTime: 5 })).status).toMatchObject({
      ...{ errorCode: 1028, errorField: 'transactionTime' },
    });
  });
});
