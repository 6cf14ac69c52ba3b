import type { NaiveDocument } from './naive-document.ts';
import { revenueDocuments } from './naive-figures.ts';
import { costOfRow } from './naive-ledger.ts';
import { days } from './naive-shop.ts';
import { naiveTotals } from './naive-totals.ts';
import type { NaiveView, Reading } from './naive-view.ts';

/** Millionths in whole cents, halves away from zero: a return is as much as its sale. */
const toCents = (millionths: number) => Math.sign(millionths) * Math.round(Math.abs(millionths) / 1e4);

const cents = (text: unknown) => Math.round(Number(text) * 100);

/** What each report has a line of, and the column that names it. */
const groups = {
  SALES_BY_DATE: { column: 'DATE', keyOf: ({ date }: NaiveDocument) => date },
  SALES_BY_WAREHOUSE: {
    column: 'WAREHOUSE_ID',
    keyOf: ({ warehouseID }: NaiveDocument) => String(warehouseID),
  },
  SALES_BY_INVOICE: { column: 'INVOICE_ID', keyOf: ({ id }: NaiveDocument) => String(id) },
} as const;

/** Net, tax, total and cost of documents in cents, by key; of all of them as TOTAL. */
function sums(
  { shop, ledger }: NaiveView,
  documents: readonly NaiveDocument[],
  keyOf: (document: NaiveDocument) => string,
) {
  const lines = new Map<string, number[]>();
  for (const document of documents) {
    const { net, vat, total } = naiveTotals(document, shop);
    const cost = document.rows.reduce(
      (sum, { amount }, index) => sum + Math.sign(amount) * costOfRow(ledger, document, index),
      0,
    );
    for (const key of [keyOf(document), 'TOTAL']) {
      const line = lines.get(key) ?? [0, 0, 0, 0];
      lines.set(
        key,
        line.map((sum, index) => sum + ([net, vat, total, cost][index] ?? 0)),
      );
    }
  }
  return [...lines].map(
    ([key, [net, vat, total, cost = 0]]) => `${key}: ${net} + ${vat} = ${total}, cost ${toCents(cost)}`,
  );
}

/** A report of sales whose lines are of whole documents. */
function salesReport(view: NaiveView, reportType: keyof typeof groups): Reading {
  const { column, keyOf } = groups[reportType];
  const documents = revenueDocuments(view.books);
  return {
    request: 'getSalesReport',
    fields: { reportType, dateStart: days[0], dateEnd: '2027-09-30', getCOGS: 1 },
    isFile: true,
    said: (lines) =>
      lines
        .map((line) => {
          const key = line[''] === 'TOTAL' ? 'TOTAL' : line[column];
          const [net, vat, total, cost] = ['NET_SALES_TOTAL', 'VAT_TOTAL', 'SALES_TOTAL', 'COST'].map(
            (name) => cents(line[name]),
          );
          return `${key}: ${net} + ${vat} = ${total}, cost ${cost}`;
        })
        .filter((line) => line !== 'TOTAL: 0 + 0 = 0, cost 0')
        .sort(),
    expected: sums(view, documents, keyOf)
      .filter((line) => line !== 'TOTAL: 0 + 0 = 0, cost 0')
      .sort(),
  };
}

/** Pieces sold of each product; a text is product 0. */
function salesByProduct(view: NaiveView): Reading {
  const units = new Map<number, number>();
  for (const { rows } of revenueDocuments(view.books))
    for (const { productID, amount } of rows) units.set(productID, (units.get(productID) ?? 0) + amount);
  return {
    request: 'getSalesReport',
    fields: { reportType: 'SALES_BY_PRODUCT', dateStart: days[0], dateEnd: '2027-09-30' },
    isFile: true,
    said: (lines) =>
      lines
        .filter((line) => line[''] !== 'TOTAL')
        .map((line) => `${line.PRODUCT_ID}: ${Number(line.UNITS_SOLD)}`)
        .sort(),
    expected: [...units].map(([productID, amount]) => `${productID}: ${amount}`).sort(),
  };
}

/** Reports of sales: one by document, and another one each time. */
export function reportReadings(view: NaiveView, turn: number): Reading[] {
  const types = Object.keys(groups) as (keyof typeof groups)[];
  const type = types[turn % 4];
  return [type === undefined ? salesByProduct(view) : salesReport(view, type)];
}
