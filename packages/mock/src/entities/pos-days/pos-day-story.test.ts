import { expect, it } from 'vitest';

import { frozenMock, loggedIn, start } from '../../../test/ask.ts';

const currentInvoice = 'CURRENT_INVOICE_ID';

/** A sale of one thing for 10 euros and its tax, and a payment for it. */
const sale = {
  ...{ requestName: 'saveSalesDocument', type: 'CASHINVOICE', customerID: 1003, pointOfSaleID: 1 },
  ...{ productID1: 1, amount1: 1, price1: 10, vatrateID1: 1 },
};
const payment = { requestName: 'savePayment', documentID: currentInvoice, type: 'CASH' };

it('a day of a register: it is opened, something is sold and paid in one bulk request, cash goes out, it is closed', async () => {
  const { call, bulk } = await loggedIn(frozenMock({ products: 50 }));
  const opened = { pointOfSaleID: 1, openedUnixTime: start - 3600, openedSum: 100 };
  const { dayID } = (await call('POSOpenDay', opened)).records[0];
  const [sold, paid] = (await bulk([sale, { ...payment, sum: 12, cashPaid: 20, cashChange: 8 }])).requests;
  expect([sold.status.errorCode, paid.status.errorCode]).toEqual([0, 0]);
  const documentID = Number(sold.records[0].invoiceID);
  expect((await call('getPayments', { documentID })).records).toMatchObject([
    {
      ...paid.records[0],
      documentID,
      customerID: 1003,
      type: 'CASH',
      sum: '12',
      cashPaid: '20',
      cashChange: '8',
    },
  ]);
  const out = await call('POSCashOUT', { pointOfSaleID: 1, sum: 40, comment: 'To the bank' });
  const { transactionID } = out.records[0];
  const { records: cash } = await call('getCashIns', { pointOfSaleID: 1, changedSince: start });
  expect(cash).toMatchObject([{ transactionID, sum: -40 }]);
  const closed = { dayID, pointOfSaleID: 1, closedUnixTime: start, closedSum: 72, bankedSum: 0 };
  await call('POSCloseDay', { ...closed, 'counted-CARD': 0 });
  expect((await call('getDayClosings', { dayID })).records).toMatchObject([
    { ...closed, openedSum: 100, openedByEmployeeName: 'Demo User' },
  ]);
  expect((await call('getCustomerBalance', { customerIDs: 1003 })).status.errorCode).toBe(0);
});

/** The codes and fields that the calls of a bulk request came to. */
const codesOf = (answer: { requests?: any }) =>
  answer.requests.map(({ status }: any) => [status.errorCode, status.errorField]);

it('a payment whose sale fails is refused with 1157, or made without it where the switch says so', async () => {
  const failing = [
    { ...sale, productID1: 99_999 },
    { ...payment, customerID: 1003, sum: 12 },
  ];
  const { call, bulk } = await loggedIn(frozenMock({ products: 50 }));
  const before = (await call('getPayments')).status.recordsTotal;
  expect(codesOf(await bulk(failing))).toEqual([
    [1011, 'productID1'],
    [1157, 'documentID'],
  ]);
  expect((await call('getPayments')).status.recordsTotal).toBe(before);
  const other = await loggedIn(frozenMock({ products: 50, set: { currentInvoiceAfterFailure: 'create' } }));
  const answers = await other.bulk(failing);
  expect(codesOf(answers)).toEqual([
    [1011, 'productID1'],
    [0, undefined],
  ]);
  const made = answers.requests[1].records[0];
  expect((await other.call('getPayments', made)).records).toMatchObject([
    { ...made, documentID: 0, customerID: 1003 },
  ]);
});

it('a payment whose sale was saved before is refused with 1158, or made without it where the switch says so', async () => {
  const again = [
    { ...sale, temporaryUUID: 'sale-1' },
    { ...payment, customerID: 1003, sum: 12, temporaryUUID: 'payment-1' },
  ];
  const { bulk } = await loggedIn(frozenMock({ products: 50 }));
  expect(codesOf(await bulk(again))).toEqual([
    [0, undefined],
    [0, undefined],
  ]);
  expect(codesOf(await bulk(again))).toEqual([
    [1206, 'temporaryUUID'],
    [1158, 'documentID'],
  ]);
  const other = await loggedIn(frozenMock({ products: 50, set: { currentInvoiceAfterFailure: 'create' } }));
  await other.bulk(again);
  const withoutUUID = again.map(({ temporaryUUID, ...request }) =>
    request.requestName === 'savePayment' ? request : { ...request, temporaryUUID },
  );
  expect(codesOf(await other.bulk(withoutUUID))).toEqual([
    [1206, 'temporaryUUID'],
    [0, undefined],
  ]);
});

it('a payment of a sale that is discarded as the same as a stored one is of the stored one', async () => {
  const { bulk } = await loggedIn(frozenMock({ products: 50 }));
  const same = { ...sale, date: '2026-02-03', time: '10:00:00' };
  const first = (await bulk([same])).requests[0].records[0].invoiceID;
  const [discarded, paid] = (await bulk([same, { ...payment, sum: 12 }])).requests;
  expect(discarded.records[0].invoiceID).toBe(first);
  expect(paid.status.errorCode).toBe(0);
});
