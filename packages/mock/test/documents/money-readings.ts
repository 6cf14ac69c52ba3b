import { cents, millionths } from './document-readings.ts';
import { stockTypes } from './naive-document.ts';
import { naiveBalance } from './naive-figures.ts';
import { costOfRow } from './naive-ledger.ts';
import { days } from './naive-shop.ts';
import type { NaiveView, Reading } from './naive-view.ts';

function balances({ shop, books }: NaiveView): Reading {
  return {
    request: 'getCustomers',
    fields: {
      customerIDs: shop.customers.join(),
      getBalanceInfo: 1,
      orderBy: 'customerID',
      orderByDir: 'asc',
    },
    said: (records) =>
      records.map(({ customerID, actualBalance }) => `${customerID}: ${cents(actualBalance)}`).sort(),
    expected: shop.customers.map((id) => `${id}: ${naiveBalance(shop, books, id)}`).sort(),
  };
}

const paymentText = (documentID: number, customerID: number, sum: number) =>
  `${sum} of customer ${customerID} for document ${documentID}`;

function payments({ books }: NaiveView, customerID: number): Reading {
  return {
    request: 'getPayments',
    fields: { customerID, recordsOnPage: 100 },
    said: (records) =>
      records
        .map(({ documentID, customerID: payer, sum }) => paymentText(documentID, payer, cents(sum)))
        .sort(),
    expected: books.payments
      .filter((payment) => payment.customerID === customerID)
      .map((payment) => paymentText(payment.documentID, customerID, payment.cents))
      .sort(),
  };
}

/**
 * Cost of goods by document: what confirmed documents that move stock took, less what came back. Of a WAYBILL the
 * references disagree: calls.md 2.4 has it among those, the effects of saveSalesDocument only what is revenue.
 */
function costOfGoods({ books, ledger }: NaiveView): Reading {
  const costs = new Map<number, number>();
  for (const document of books.documents) {
    const { table, id, isConfirmed, type, rows } = document;
    if (table !== 'salesDocuments' || !isConfirmed || !stockTypes.includes(type) || type === 'WAYBILL')
      continue;
    for (const [index, { amount }] of rows.entries())
      costs.set(id, (costs.get(id) ?? 0) + Math.sign(amount) * costOfRow(ledger, document, index));
  }
  const waybills = new Set(books.documents.filter(({ type }) => type === 'WAYBILL').map(({ id }) => id));
  const listed = (sums: ReadonlyMap<number, number>) =>
    [...sums]
      .filter(([, cost]) => cost !== 0)
      .map(([id, cost]) => `${id}: ${cost}`)
      .sort();
  return {
    request: 'getCostOfGoodsSold',
    fields: { dateFrom: days[0], dateTo: '2027-09-30' },
    said(records) {
      const sums = new Map<number, number>();
      const counted = records.filter(({ invID }) => !waybills.has(invID));
      for (const { invID, cost } of counted) sums.set(invID, (sums.get(invID) ?? 0) + millionths(cost));
      return listed(sums);
    },
    expected: listed(costs),
  };
}

/** Every call about money that answers records. */
export const moneyReadings = (view: NaiveView): Reading[] => [
  balances(view),
  ...view.shop.customers.map((id) => payments(view, id)),
  costOfGoods(view),
];
