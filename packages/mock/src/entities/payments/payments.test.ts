import { describe, expect, it } from 'vitest';

import { type Fields, loggedIn, start } from '../../../test/ask.ts';
import type { Account } from '../../account/account.ts';
import { demoUser } from '../../account/user.ts';
import { assembleMock } from '../../create-mock.ts';
import { indexPayments, paidFields, paidOf } from './paid-of.ts';
import { payInFull } from './pay-in-full.ts';

/** The frozen clock in the time zone of the shop. */
const [date, time] = ['2026-05-28', '23:00:00'];

const invoice = {
  ...{ type: 'INVWAYBILL', confirmed: 1, clientID: 1003, currencyCode: 'EUR', currencyRate: 1 },
  ...{ total: 100, lastModified: 0, rows: [] },
};

/** A shop with two invoices of 100 euros; only those payments that a test makes. */
async function asker(set = {}) {
  const { mock, server } = assembleMock(
    { documents: 0, now: start, frozen: true, realTime: () => start * 1000, set },
    '127.0.0.1',
  );
  const account = mock.account('100001');
  const payments = account.data('payments');
  for (const { paymentID } of payments.list()) payments.remove(paymentID as number);
  const documents = account.data('salesDocuments');
  const [document, other] = [documents.insert(invoice), documents.insert({ ...invoice, clientID: 1004 })];
  const { call, bulk } = await loggedIn(mock);
  const save = async (fields: Fields): Promise<number> =>
    (await call('savePayment', fields)).records[0].paymentID;
  const find = async (fields: Fields = {}) => (await call('getPayments', fields)).records;
  const ids = async (fields: Fields = {}) => (await find(fields)).map((record: any) => record.paymentID);
  const documentOf = (id: number): any => documents.get(id);
  const inside = () => server.accounts.find('100001') as Account;
  return {
    mock,
    inside,
    account,
    call,
    bulk,
    save,
    find,
    ids,
    document,
    other,
    documents,
    documentOf,
    payments,
  };
}

describe('a payment', () => {
  it('of a document is of its customer, by TRANSFER and of now, when nothing else is sent', async () => {
    const { save, find, document } = await asker();
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
    const { save, find, document } = await asker();
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
    const { save, find } = await asker();
    await save({ customerID: 1003, type: 'CASH', sum: 5 });
    expect(await find({ documentID: 0 })).toMatchObject([
      { documentID: 0, customerID: 1003, type: 'CASH', sum: '5' },
    ]);
  });

  it('has its type by code or by ID, those of the shop included', async () => {
    const { call, save, find } = await asker();
    await call('savePaymentType', { type: 'VOUCHER', name: 'Voucher' });
    await save({ customerID: 1003, typeID: 8 });
    await save({ customerID: 1003, type: 'VOUCHER', typeID: 8 });
    expect(await find({ type: 'VOUCHER' })).toMatchObject([{ typeID: '8' }, { typeID: '8' }]);
    expect(await find({ typeID: 8 })).toHaveLength(2);
  });

  it('is in the currency that was sent, of an unknown one in that of the account, else in that of its document', async () => {
    const { save, find, documents } = await asker();
    const documentID = documents.insert({ ...invoice, currencyCode: 'GBP', currencyRate: 1.25 });
    for (const currencyCode of ['USD', 'XXX', '']) await save({ documentID, currencyCode });
    expect(await find()).toMatchObject([
      { currencyCode: 'USD', currencyRate: '0.9' },
      { currencyCode: 'EUR', currencyRate: '1' },
      { currencyCode: 'GBP', currencyRate: '1.25' },
    ]);
  });

  it('is edited by its ID: what is not named, or is empty, stays', async () => {
    const { mock, save, find, document, other } = await asker();
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
    const { call, save, document, documentOf, payments } = await asker();
    await save({ documentID: document, type: 'CASH', sum: 1 });
    const before = [payments.list(), documentOf(document)];
    expect((await call('savePayment', fields as Fields)).status).toMatchObject({ errorCode, errorField });
    expect([payments.list(), documentOf(document)]).toEqual(before);
    // No number is used up either.
    expect(await save({ documentID: document })).toBe(2);
  });

  it('has no fields of modules that the account does not have, and refuses them', async () => {
    const { account, call, find, save } = await asker();
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

describe('a payment that was sent before', () => {
  it('is refused with 1206 by its temporaryUUID, and nothing is made', async () => {
    const { call, payments, mock } = await asker();
    const sent = { customerID: 1003, sum: 1, temporaryUUID: 'a-1' };
    expect((await call('savePayment', { ...sent, type: 'SHELLS' })).status.errorCode).toBe(1016);
    expect((await call('savePayment', sent)).records).toEqual([{ paymentID: 1 }]);
    expect((await call('savePayment', sent)).status).toMatchObject({
      errorCode: 1206,
      errorField: 'temporaryUUID',
    });
    expect(payments.list()).toHaveLength(1);
    // An edit may send it again.
    expect((await call('savePayment', { ...sent, paymentID: 1 })).status.errorCode).toBe(0);
    mock.clock.advance(24 * 3600);
    const { call: later } = await loggedIn(mock);
    expect((await later('savePayment', sent)).records).toEqual([{ paymentID: 2 }]);
  });

  it('is answered with its ID when all of it is the same, a day and a time among it', async () => {
    const { save, payments, document } = await asker();
    const sent = { documentID: document, type: 'CASH', sum: 5, date: '2026-02-03', time: '10:00:00' };
    expect([await save(sent), await save(sent), await save({ ...sent, info: 'again' })]).toEqual([1, 1, 1]);
    const others = [
      { sum: 6 },
      { type: 'CARD' },
      { date: '2026-02-04' },
      { time: '10:00:01' },
      { currencyCode: 'USD' },
    ];
    for (const other of others) await save({ ...sent, ...other });
    expect(payments.list()).toHaveLength(6);
  });

  it('is another one where day or time are those of the server, and where the switch says so', async () => {
    const { save, document } = await asker();
    const sent = { documentID: document, type: 'CASH', sum: 5 };
    expect([await save(sent), await save(sent)]).toEqual([1, 2]);
    expect([await save({ ...sent, date }), await save({ ...sent, date })]).toEqual([3, 4]);
    const off = await asker({ duplicateDocuments: 'off' });
    const whole = { ...sent, documentID: off.document, date, time };
    expect([await off.save(whole), await off.save(whole)]).toEqual([1, 2]);
  });

  it('is another one after it was changed or deleted', async () => {
    const { call, save, document } = await asker();
    const sent = { documentID: document, type: 'CASH', sum: 5, date, time };
    await save(sent);
    await save({ paymentID: 1, sum: 6 });
    expect(await save(sent)).toBe(2);
    await call('deletePayment', { paymentID: 2 });
    expect(await save(sent)).toBe(3);
  });
});

describe('what is paid of a document', () => {
  it('follows its payments, to the cent and in its currency, and the document counts as changed', async () => {
    const { mock, inside, call, save, document, documentOf } = await asker();
    const paid = () => paidFields(inside(), document);
    expect(paid()).toEqual({ paid: 0, paymentStatus: 'UNPAID' });
    mock.clock.advance(60);
    await save({ documentID: document, sum: 0.1 });
    await save({ documentID: document, sum: 0.2 });
    expect(paid()).toEqual({ paid: 0.3, paymentStatus: 'UNPAID' });
    expect(documentOf(document)).toMatchObject({ lastModified: start + 60, lastModifierUsername: 'demo' });
    await save({ documentID: document, sum: 110.78, currencyCode: 'USD' });
    expect(paid()).toEqual({ paid: 100, paymentStatus: 'PAID' });
    mock.clock.advance(60);
    await call('deletePayment', { paymentID: 2 });
    expect(paid()).toEqual({ paid: 99.8, paymentStatus: 'UNPAID' });
    expect(documentOf(document).lastModified).toBe(start + 120);
  });

  it('of a credit invoice is all of it when all of it went back', async () => {
    const { inside, save, documents } = await asker();
    const credit = documents.insert({ ...invoice, type: 'CREDITINVOICE', total: -40 });
    expect(paidFields(inside(), credit)).toEqual({ paid: 0, paymentStatus: 'UNPAID' });
    await save({ documentID: credit, type: 'CASH', sum: -40 });
    expect(paidFields(inside(), credit)).toEqual({ paid: -40, paymentStatus: 'PAID' });
  });

  it('is of every payment that there is of it, once they moved from another document', async () => {
    const { inside, save, document, other, documentOf } = await asker();
    const paymentID = await save({ documentID: document, sum: 7 });
    await save({ paymentID, documentID: other });
    expect([paidOf(inside(), document), paidOf(inside(), other)]).toEqual([0, 7]);
    expect([documentOf(document).lastModified, documentOf(other).lastModified]).toEqual([start, start]);
  });

  it('is paid in full at once, in the way that the document expects', async () => {
    const { inside, save, find, documents, document, other } = await asker();
    const context = { account: inside(), user: demoUser } as never;
    documents.update(document, { paymentType: 'CARD', currencyCode: 'GBP', currencyRate: 1.2 });
    await save({ documentID: document, sum: 30 });
    expect(payInFull(context, document, 'At once')).toBe(2);
    expect(payInFull(context, document)).toBeUndefined();
    documents.update(other, { paymentType: 'LEASING', payerID: 1005 });
    payInFull(context, other);
    const common = { date, time };
    expect(await find()).toMatchObject([
      { sum: '30', currencyCode: 'GBP' },
      {
        ...common,
        sum: '70',
        type: 'CARD',
        customerID: 1003,
        currencyCode: 'GBP',
        currencyRate: '1.2',
        info: 'At once',
      },
      { ...common, sum: '100', type: 'TRANSFER', customerID: 1005, documentID: other },
    ]);
    expect(paidFields(inside(), document).paymentStatus).toBe('PAID');
  });

  it('is free of a document that is deleted: its payments stay as deposits', async () => {
    const { inside, save, find, ids, documents, document } = await asker();
    const paymentID = await save({ documentID: document, sum: 7 });
    await indexPayments(inside());
    documents.remove(document);
    expect(await find()).toMatchObject([
      { paymentID, documentID: 0, customerID: 1003, sum: '7', lastModified: start },
    ]);
    expect(await ids({ documentID: 0 })).toEqual([paymentID]);
  });
});

describe('payments', () => {
  it('are found by every input, in pages', async () => {
    const { mock, save, ids, document, other } = await asker();
    await save({ documentID: document, type: 'CASH', date: '2026-02-01', archivalNumber: 'A1' });
    await save({
      documentID: other,
      type: 'GIFTCARD',
      giftCardVatRateID: 2,
      date: '2026-02-02',
      archivalNumber: 'A1',
    });
    mock.clock.advance(60);
    const attributes = { attributeName1: 'a', attributeValue1: '1' };
    await save({ customerID: 1005, date: '2026-02-03', addedToStoreCredit: 1, ...attributes });
    const all = [1, 2, 3];
    const cases: readonly (readonly [Fields, readonly number[]])[] = [
      [{}, all],
      [{ paymentID: 2 }, [2]],
      [{ paymentIDs: '3,1,77' }, [1, 3]],
      [{ customerID: 1004 }, [2]],
      [{ documentID: document }, [1]],
      [{ documentID: 0 }, [3]],
      [{ documentIDs: `${document},${other}` }, [1, 2]],
      [{ dateFrom: '2026-02-02' }, [2, 3]],
      [{ dateTo: '2026-02-02' }, [1, 2]],
      [{ dateFrom: '2026-02-02', dateTo: '2026-02-02' }, [2]],
      [{ type: 'CASH' }, [1]],
      [{ type: 'SHELLS' }, []],
      [{ typeID: 4 }, [2]],
      [{ giftCardVatRateID: 2 }, [2]],
      [{ excludeStoreCreditPayments: 1 }, [1, 2]],
      [{ excludeStoreCreditPayments: 0 }, all],
      [{ archivalNumber: 'A1' }, [1, 2]],
      [{ searchAttributeName: 'a', searchAttributeValue: '1' }, [3]],
      [{ changedSince: start + 1 }, [3]],
      [{ recordsOnPage: 2, pageNo: 2 }, [3]],
      [{ dateFrom: '', type: '' }, all],
    ];
    for (const [fields, expected] of cases) expect([fields, await ids(fields)]).toEqual([fields, expected]);
  });

  it('are deleted by their IDs, which the operations log knows', async () => {
    const { call, save, ids, document } = await asker();
    await save({ documentID: document });
    expect((await call('deletePayment', {})).status).toMatchObject({
      errorCode: 1010,
      errorField: 'paymentID',
    });
    expect((await call('deletePayment', { paymentID: 9 })).status).toMatchObject({ errorCode: 1011 });
    expect((await call('deletePayment', { paymentID: 1 })).status.errorCode).toBe(0);
    expect(await ids()).toEqual([]);
    const log = await call('getUserOperationsLog', { tableName: 'payments' });
    expect(log.records).toMatchObject([{ tableName: 'payments', itemID: 1, operation: 'delete' }]);
  });

  it('keep their customer from being deleted (1022), as documents do', async () => {
    const { call, save } = await asker();
    await save({ customerID: 1005, sum: 1 });
    const codeOf = async (customerID: number) =>
      (await call('deleteCustomer', { customerID })).status.errorCode;
    const { customerID: free } = (await call('saveCustomer', { companyName: 'Sample Ltd' })).records[0];
    // 1003 has a document and no payment.
    expect([await codeOf(1003), await codeOf(1005), await codeOf(free)]).toEqual([1022, 1022, 0]);
  });
});
