import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { propertyRun, type Random, randomOf } from '@erply-kit/tooling/property';

import { type Fields, frozenMock, loggedIn } from '../../../test/ask.ts';
import type { Mock } from '../../index.ts';

const document = {
  type: 'INVOICE',
  confirmed: 1,
  date: '2026-02-01',
  currencyCode: 'EUR',
  currencyRate: 1,
  rows: [],
};

/** A shop without documents and payments of its own. */
async function asker(mock: Mock = frozenMock({ customers: 20, documents: 0 })) {
  const account = mock.account('100001');
  const [documents, payments] = [account.data('salesDocuments'), account.data('payments')];
  for (const { id } of documents.list()) documents.remove(id as number);
  for (const { paymentID } of payments.list()) payments.remove(paymentID as number);
  const { call } = await loggedIn(mock);
  const invoice = (fields: object) => documents.insert({ ...document, ...fields });
  const pay = async (fields: Fields) => (await call('savePayment', fields)).records[0].paymentID as number;
  const balance = async (customerID: number, fields: Fields = {}) =>
    (await call('getCustomerBalance', { customerIDs: customerID, ...fields })).records[0].actualBalance;
  const reported = async (customerID: number, fields: Fields = {}) =>
    (await call('getCustomerBalances', fields)).records.find((line: any) => line.customerID === customerID)
      .balance;
  return { account, call, documents, invoice, pay, balance, reported };
}

describe('the balance of a customer', () => {
  it('is invoices less payments: positive for what is owed, negative for what was prepaid', async () => {
    const { invoice, pay, balance, reported } = await asker();
    invoice({ clientID: 1003, total: 100.1 });
    invoice({ clientID: 1003, total: 0.2 });
    expect(await balance(1003)).toBe(100.3);
    await pay({ customerID: 1003, sum: 150 });
    expect([await balance(1003), await reported(1003)]).toEqual([-49.7, -49.7]);
    expect(await balance(1004)).toBe(0);
  });

  it('counts confirmed documents that are revenue, credit invoices below zero, and no others', async () => {
    const { invoice, balance } = await asker();
    const owed = ['INVWAYBILL', 'CASHINVOICE', 'INVOICE', 'EXPORTINVOICE', 'SERVICE_INVOICE'];
    for (const type of owed) invoice({ clientID: 1003, type, total: 10 });
    invoice({ clientID: 1003, type: 'CREDITINVOICE', total: -3 });
    for (const type of ['WAYBILL', 'PREPAYMENT', 'OFFER', 'ORDER', 'RESERVATION'])
      invoice({ clientID: 1003, type, total: 1000 });
    invoice({ clientID: 1003, total: 1000, confirmed: 0 });
    expect(await balance(1003)).toBe(47);
  });

  it('is of who pays, where a document names another than the customer', async () => {
    const { invoice, pay, balance, reported } = await asker();
    const id = invoice({ clientID: 1003, payerID: 1004, total: 10 });
    expect([await balance(1003), await balance(1004)]).toEqual([0, 10]);
    await pay({ documentID: id, sum: 4 });
    expect([await reported(1003), await reported(1004)]).toEqual([0, 6]);
    // A customer who was sent is kept.
    await pay({ documentID: id, customerID: 1003, sum: 1 });
    expect([await balance(1003), await balance(1004)]).toEqual([-1, 6]);
  });

  it('is in the currency of the account', async () => {
    const { invoice, pay, balance } = await asker();
    invoice({ clientID: 1003, total: 10, currencyCode: 'USD', currencyRate: 0.9 });
    await pay({ customerID: 1003, sum: 5, currencyCode: 'GBP' });
    expect(await balance(1003)).toBe(3);
  });

  it('leaves out on demand what was paid in advance', async () => {
    const { call, invoice, pay, balance } = await asker();
    const id = invoice({ clientID: 1003, total: 100 });
    await pay({ documentID: id, sum: 10 });
    await pay({ documentID: id, sum: 20, isPrepayment: 1 });
    await pay({ customerID: 1003, sum: 30 });
    const without = { getBalanceWithoutPrepayments: 1 };
    expect([await balance(1003), await balance(1003, without)]).toEqual([40, 90]);
    const info = { customerID: 1003, getBalanceInfo: 1 };
    const shown = async (fields: Fields) =>
      (await call('getCustomers', { ...info, ...fields })).records[0].actualBalance;
    expect([await shown({}), await shown(without)]).toEqual([40, 90]);
  });

  it('is reported as it was at the end of a day, today when none is named', async () => {
    const { invoice, pay, reported } = await asker();
    invoice({ clientID: 1003, total: 100, date: '2026-02-01' });
    await pay({ customerID: 1003, sum: 30, date: '2026-02-02' });
    invoice({ clientID: 1003, total: 7, date: '2026-05-29' });
    const days = ['2026-01-31', '2026-02-01', '2026-02-02', '2026-05-29'];
    const balances = [];
    for (const date of days) balances.push(await reported(1003, { date }));
    expect([...balances, await reported(1003)]).toEqual([0, 100, 70, 77, 70]);
  });

  it('leaves so much of the credit', async () => {
    const { account, call, invoice } = await asker();
    account.data('customers').update(1003, { credit: 500 });
    invoice({ clientID: 1003, total: 100.1 });
    const credit = { actualBalance: 100.1, creditLimit: 500, availableCredit: 399.9, creditAllowed: 1 };
    expect((await call('getCustomerBalance', { customerIDs: 1003 })).records).toEqual([
      { customerID: 1003, ...credit },
    ]);
    expect((await call('getCustomers', { customerID: 1003, getBalanceInfo: 1 })).records).toMatchObject([
      credit,
    ]);
  });
});

/** What somebody does, with money in cents. */
interface Step {
  readonly kind: 'invoice' | 'credit' | 'draft' | 'pay' | 'deposit' | 'edit' | 'delete' | 'remove';
  readonly customerID: number;
  readonly cents: number;
  /** Which of those that there are. */
  readonly which: number;
}

const customerIDs = [1003, 1004, 1005] as const;

function stepsOf(random: Random): Step[] {
  const kinds = ['invoice', 'credit', 'draft', 'pay', 'deposit', 'edit', 'delete', 'remove'] as const;
  return Array.from({ length: 25 }, () => ({
    kind: random.pick(kinds),
    customerID: random.pick(customerIDs),
    cents: random.whole(1, 99_999),
    which: random.whole(0, 99),
  }));
}

/** Documents and payments as lists, as plain as can be. */
class PlainBooks {
  readonly documents: { id: number; customerID: number; cents: number }[] = [];
  readonly payments: { id: number; customerID: number; cents: number; documentID: number }[] = [];

  balance(customerID: number): number {
    const sum = (list: readonly { customerID: number; cents: number }[]) =>
      list.filter((one) => one.customerID === customerID).reduce((total, { cents }) => total + cents, 0);
    return (sum(this.documents) - sum(this.payments)) / 100 + 0;
  }
}

type Asker = Awaited<ReturnType<typeof asker>>;

async function takeStep(
  { invoice, pay, call, documents }: Asker,
  books: PlainBooks,
  step: Step,
): Promise<void> {
  const { kind, customerID, cents, which } = step;
  const one = books.payments[which % Math.max(1, books.payments.length)];
  const sale = books.documents[which % Math.max(1, books.documents.length)];
  const sum = cents / 100;
  if (kind === 'invoice' || kind === 'credit') {
    const sign = kind === 'credit' ? -1 : 1;
    const type = kind === 'credit' ? 'CREDITINVOICE' : 'INVWAYBILL';
    const id = invoice({ type, clientID: customerID, total: sign * sum });
    books.documents.push({ id, customerID, cents: sign * cents });
  } else if (kind === 'draft') invoice({ clientID: customerID, total: sum, confirmed: 0 });
  else if (kind === 'deposit') {
    books.payments.push({ id: await pay({ customerID, sum }), customerID, cents, documentID: 0 });
  } else if (kind === 'pay' && sale !== undefined) {
    const id = await pay({ documentID: sale.id, sum });
    books.payments.push({ id, customerID: sale.customerID, cents, documentID: sale.id });
  } else if (kind === 'edit' && one !== undefined) {
    await pay({ paymentID: one.id, sum });
    one.cents = cents;
  } else if (kind === 'delete' && one !== undefined) {
    await call('deletePayment', { paymentID: one.id });
    books.payments.splice(books.payments.indexOf(one), 1);
  } else if (kind === 'remove' && sale !== undefined) {
    // Its payments stay, as deposits.
    documents.remove(sale.id);
    books.documents.splice(books.documents.indexOf(sale), 1);
  }
}

it('balances are what plain lists of documents and payments say, in every call, after every step', async () => {
  await fc.assert(
    fc.asyncProperty(fc.gen(), async (gen) => {
      const books = new PlainBooks();
      const shop = await asker(frozenMock({ customers: 20, documents: 0, quota: 1e9 }));
      for (const step of stepsOf(randomOf(gen))) {
        await takeStep(shop, books, step);
        const expected = customerIDs.map((id) => books.balance(id));
        const some = (await shop.call('getCustomerBalance', { customerIDs: customerIDs.join() })).records;
        expect(some.map((record: any) => record.actualBalance)).toEqual(expected);
        expect(await Promise.all(customerIDs.slice(0, 1).map((id) => shop.reported(id)))).toEqual(
          expected.slice(0, 1),
        );
      }
      const cards = (await shop.call('getCustomers', { getBalanceInfo: 1, recordsOnPage: 100, mode: 'ALL' }))
        .records;
      for (const id of customerIDs)
        expect(cards.find((card: any) => card.customerID === id).actualBalance).toBe(books.balance(id));
    }),
    propertyRun(3, 1),
  );
});
