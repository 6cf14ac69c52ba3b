import type { Account } from '../../account/account.ts';
import type { Row } from '../../store/row.ts';
import { documentCosts } from '../sales-documents/document-costs.ts';
import { roundAmount } from '../stock/stock-movement.ts';
import type { DocumentRow } from './document-rows.ts';
import type { Figure } from './report-lines.ts';

/** What the goods of a sold row cost, in the currency of the account. Reports go through the rows of one document after another. */
export function rowCost(account: Account): (sold: DocumentRow) => number {
  let last: Row | undefined;
  let costs: readonly number[] = [];
  return ({ document, index }) => {
    if (document !== last) {
      last = document;
      costs = documentCosts(account, document).rowCosts;
    }
    return costs[index] ?? 0;
  };
}

interface SaleMoney {
  /** What one of the currency of the report is worth. */
  readonly rate: number;
  /** With what the goods cost, and what is left. */
  readonly hasCosts: boolean;
}

/** What a sales report adds up. */
export function saleFigures(account: Account, { rate, hasCosts }: SaleMoney): Figure<DocumentRow>[] {
  const inCurrency = (document: Row, value: unknown) =>
    roundAmount((Number(value ?? 0) * Number(document.currencyRate ?? 1)) / rate);
  const money = (name: string, field: string): Figure<DocumentRow> => ({
    name,
    kind: 'money',
    valueOf: ({ document, row }) => inCurrency(document, row[field]),
  });
  const costOf = rowCost(account);
  const cost = (sold: DocumentRow) => roundAmount(costOf(sold) / rate);
  const profit = (sold: DocumentRow) =>
    roundAmount(inCurrency(sold.document, sold.row.rowNetTotal) - cost(sold));
  return [
    { name: 'UNITS_SOLD', kind: 'quantity', valueOf: ({ row }) => Number(row.amount ?? 0) },
    money('NET_SALES_TOTAL', 'rowNetTotal'),
    money('VAT_TOTAL', 'rowVAT'),
    money('SALES_TOTAL', 'rowTotal'),
    ...(hasCosts
      ? [
          { name: 'COST', kind: 'money' as const, valueOf: cost },
          { name: 'PROFIT', kind: 'money' as const, valueOf: profit },
        ]
      : []),
  ];
}
