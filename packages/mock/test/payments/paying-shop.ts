import type { Account } from '../../src/account/account.ts';
import { assembleMock } from '../../src/create-mock.ts';
import { type Fields, loggedIn, start } from '../ask.ts';

/** What the clocks of the shop show, as long as its clock stands still. */
export const [date, time] = ['2026-05-28', '23:00:00'];

/** A confirmed invoice of 100 euros. */
export const invoice = {
  ...{ type: 'INVWAYBILL', confirmed: 1, clientID: 1003, currencyCode: 'EUR', currencyRate: 1 },
  ...{ total: 100, lastModified: 0, rows: [] },
};

/** A shop with an invoice of customer 1003 and one of 1004; only those payments that a test makes. */
export async function payingShop(set = {}) {
  const options = { documents: 0, now: start, frozen: true, realTime: () => start * 1000, set };
  const { mock, server } = assembleMock(options, '127.0.0.1');
  const account = mock.account('100001');
  const payments = account.data('payments');
  for (const { paymentID } of payments.list()) payments.remove(paymentID as number);
  const documents = account.data('salesDocuments');
  const [document, other] = [documents.insert(invoice), documents.insert({ ...invoice, clientID: 1004 })];
  const { call } = await loggedIn(mock);
  const save = async (fields: Fields): Promise<number> =>
    (await call('savePayment', fields)).records[0].paymentID;
  const find = async (fields: Fields = {}) => (await call('getPayments', fields)).records;
  const ids = async (fields: Fields = {}) => (await find(fields)).map((record: any) => record.paymentID);
  const documentOf = (id: number): any => documents.get(id);
  const inside = () => server.accounts.find('100001') as Account;
  return { mock, inside, account, call, save, find, ids, document, other, documents, documentOf, payments };
}
