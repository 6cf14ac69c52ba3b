import { describe, expect, it } from 'vitest';

import type { Fields } from '../../../test/ask.ts';
import { rowInputs, seller } from '../../../test/sales-documents/seller.ts';

const missing = 99_999_999;
const one = rowInputs([{ productID: 1, amount: 1, price: 10 }]);

/** Refusals of a new document, each with what it is refused with. */
const ofNew: readonly (readonly [name: string, fields: Fields, refusal: unknown])[] = [
  ['no amount of a product', { productID1: 1 }, [1010, 'amount1']],
  ['no amount of a service', { serviceID1: 1 }, [1011, 'serviceID1']],
  ['a row of nothing', { productID1: 1, amount1: 1, amount2: 1, price2: 1 }, [1010, 'productID2']],
  ['a text with an amount and no price', { itemName1: 'x', amount1: 1 }, [1010, 'price1']],
  ['a text with a price and no amount', { itemName1: 'x', price1: 1 }, [1010, 'amount1']],
  ['no such product', { productID1: missing, amount1: 1 }, [1011, 'productID1']],
  ['no such tax rate', { ...one, vatrateID1: missing }, [1011, 'vatrateID1']],
  ['no such employee of a row', { ...one, employeeID1: missing }, [1011, 'employeeID1']],
  ['no such reason', { ...one, returnReasonID1: missing }, [1011, 'returnReasonID1']],
  ['no such package', { ...one, packageID1: missing }, [1011, 'packageID1']],
  ['no such waybill', { ...one, sourceWaybillID1: missing }, [1011, 'sourceWaybillID1']],
  ...(
    [
      ...['warehouseID', 'pointOfSaleID', 'customerID', 'payerID', 'shipToID', 'contactID', 'employeeID'],
      ...['addressID', 'payerAddressID', 'shipToAddressID', 'shipToContactID', 'projectID', 'packerID'],
      ...[
        'pricelistID',
        'deliveryTypeID',
        'paymentTypeID',
        'creditToDocumentID',
        'baseDocumentID',
        'baseDocumentIDs',
      ],
    ] as const
  ).map((field) => [`no such ${field}`, { ...one, [field]: missing }, [1011, field]] as const),
  ['two things in a row', { productID1: 1, serviceID1: 1, amount1: 1 }, [1013, 'serviceID1']],
  ['two billings', { ...one, billingReadingIDs1: '5', billingStatementID1: 7 }, [1013, 'billingReadingIDs1']],
  ['a long reference', { ...one, customReferenceNumber: 'x'.repeat(26) }, [1014, 'customReferenceNumber']],
  ['a long text of its payment', { ...one, paymentInfo: 'x'.repeat(256) }, [1014, 'paymentInfo']],
  ['no day', { ...one, date: '2026-02-30' }, [1014, 'date']],
  ['no time', { ...one, time: '25:00:00' }, [1014, 'time']],
  ['no number', { ...one, amount1: 'many' }, [1014, 'amount1']],
  ['no type', { ...one, type: 'INVOYCE' }, [1016, 'type']],
  ['no state', { ...one, invoiceState: 'LOST' }, [1016, 'invoiceState']],
  ['no tax area', { ...one, euInvoiceType: 'MARS' }, [1016, 'euInvoiceType']],
  ['no flag', { ...one, confirmInvoice: 2 }, [1016, 'confirmInvoice']],
  ['a rate that is nothing', { ...one, currencyRate: 0 }, [1016, 'currencyRate']],
  ['a service invoice outside of Greece', { ...one, type: 'SERVICE_INVOICE' }, [1128, 'type']],
  ['a row as an array', { 'productID1[]': 1, amount1: 1 }, [1030, 'productID1']],
];

/** What the account has, which no refused save may change. */
const stateOf = (shop: Awaited<ReturnType<typeof seller>>) => {
  const { counts, tables } = shop.account.changes() as any;
  return JSON.stringify({ counts, tables });
};

describe('a save that is refused', () => {
  it.each(ofNew)('says why, and leaves nothing behind: %s', async (_, fields, refusal) => {
    const shop = await seller();
    const first = await shop.save({}, [{ productID: 1, amount: 1 }]);
    const [before, stock] = [stateOf(shop), await shop.stockOf(1)];
    expect(await shop.refusal({ temporaryUUID: 'u', paymentStatus: 'PAID', ...fields })).toEqual(refusal);
    expect(stateOf(shop)).toBe(before);
    expect(await shop.stockOf(1)).toEqual(stock);
    // Neither a number nor an ID nor the key was used up.
    const next = await shop.save({ temporaryUUID: 'u' }, [{ productID: 1, amount: 1 }]);
    expect(next).toMatchObject({ invoiceID: `${Number(first.invoiceID) + 1}`, invoiceNo: '100002' });
    expect(next.rows[0].rowID).toBe(first.rows[0].rowID + 1);
  });

  it('is refused for the country, the module, the user and the customer', async () => {
    const shop = await seller();
    const { account, refusal } = shop;
    account.data('customers').update(1004, { salesBlocked: 1 });
    const order = { ...one, type: 'ORDER', customerID: 1004 };
    const before = stateOf(shop);
    expect(await refusal(order)).toEqual([1071, 'customerID']);
    expect(stateOf(shop)).toBe(before);
    expect(await refusal({ ...order, type: 'INVOICE' })).toBe(0);
    expect(await refusal({ ...order, paymentStatus: 'PAID' })).toBe(0);
    // An order that there is can be edited.
    account.data('customers').update(1005, { salesBlocked: 0 });
    const id = await shop.idOf({ ...order, customerID: 1005 });
    account.data('customers').update(1005, { salesBlocked: 1 });
    expect(await refusal({ id, notes: 'x' })).toBe(0);
    expect(await refusal({ id, customerID: 1004 })).toEqual([1071, 'customerID']);

    account.setConfig({ modules: { repair: false } });
    for (const field of ['applianceID', 'assignmentID', 'vehicleMileage', 'applianceReference'])
      expect(await refusal({ ...one, [field]: 1 })).toBe(1006);

    account.data('confParameters').update(1, { country: 'US' });
    for (const field of ['transactionTypeID', 'transportTypeID', 'deliveryTermsID'])
      expect(await refusal({ ...one, [field]: 1 })).toEqual([1159, field]);
    account.data('confParameters').update(1, { country: 'GR' });
    expect(await refusal({ ...one, type: 'SERVICE_INVOICE', transportTypeID: 1 })).toBe(0);
  });

  it('is refused with 1061, 1062, 1063 without the right, with 1064 at a location that is not the user’s', async () => {
    const shop = await seller();
    const { account, idOf } = shop;
    const here = await idOf({ warehouseID: 1 }, [{ productID: 1, amount: 1 }]);
    const rights = { view: true, add: true, edit: true, delete: true };
    account.data('users').insert({ userName: 'two', password: 'two-pass', rights, warehouseIDs: [2] });
    account.data('users').insert({
      userName: 'none',
      password: 'none-pass',
      rights: { view: true, add: false, edit: false, delete: false },
    });
    const as = async (username: string) => {
      const { records } = await shop.call('verifyUser', { username, password: `${username}-pass` });
      const { sessionKey } = records[0];
      return (fields: Fields, request?: string) => shop.refusal({ sessionKey, ...fields }, request);
    };
    const [two, none] = [await as('two'), await as('none')];
    const before = stateOf(shop);
    expect(await none(one)).toBe(1061);
    expect(await none({ id: here, notes: 'x' })).toBe(1062);
    expect(await none({ documentID: here }, 'deleteSalesDocument')).toBe(1063);
    expect(await two({ ...one, warehouseID: 1 })).toBe(1064);
    expect(await two(one)).toBe(1064);
    expect(await two({ id: here, notes: 'x' })).toBe(1064);
    expect(await two({ documentID: here }, 'deleteSalesDocument')).toBe(1063);
    expect(stateOf(shop)).toBe(before);
    expect(await two({ ...one, warehouseID: 2 })).toBe(0);
  });

  it('of a document that does not exist is refused with 1011', async () => {
    const { refusal } = await seller();
    expect(await refusal({ id: missing, notes: 'x' })).toEqual([1011, 'id']);
  });

  it('by a fault says that the document is busy (1204, 1205)', async () => {
    const { account, refusal } = await seller();
    for (const errorCode of [1204, 1205]) {
      account.addFault({ match: { request: 'saveSalesDocument' }, times: 1, effect: { errorCode } } as never);
      expect(await refusal(one)).toBe(errorCode);
    }
  });
});

describe('paymentStatus', () => {
  it('PAID makes a payment of what is due, UNPAID none', async () => {
    const { account, save } = await seller();
    const payments = () => account.data('payments').list() as any[];
    const count = payments().length;
    const saved = await save({ paymentStatus: 'PAID', paymentInfo: 'by hand' }, [
      { productID: 1, amount: 2, price: 5 },
    ]);
    expect(payments()).toHaveLength(count + 1);
    expect(payments().at(-1)).toMatchObject({
      documentID: Number(saved.invoiceID),
      sum: saved.total,
      info: 'by hand',
    });
    await save({ id: saved.invoiceID, paymentStatus: 'PAID' });
    await save({ paymentStatus: 'UNPAID' }, [{ productID: 1, amount: 2, price: 5 }]);
    expect(payments()).toHaveLength(count + 1);
  });
});
