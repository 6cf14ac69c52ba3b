import type { Account } from '../../account/account.ts';
import type { Row } from '../../store/row.ts';
import { documentCosts } from '../sales-documents/document-costs.ts';
import { roundAmount } from '../stock/stock-movement.ts';
import type { ChosenRow, DocumentRow } from './document-rows.ts';
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
  /** Money is that of whole documents, as they are saved, and not the sum of their rows. */
  readonly isOfDocuments: boolean;
}

/** The fields of a document that are what these of its rows come to, rounded once. */
const totals = { rowNetTotal: 'netTotal', rowVAT: 'vatTotal', rowTotal: 'total' } as const;

/**
 * What a sales report adds up. A document that counts as a whole counts with its first row. One of which the report
 * leaves out rows, such as those of gift cards, counts by the rows that are left.
 */
export function saleFigures(account: Account, money: SaleMoney): Figure<ChosenRow>[] {
  const { rate, hasCosts, isOfDocuments } = money;
  const moneyOf = ({ document, row, index, isOfWhole }: ChosenRow, field: keyof typeof totals) => {
    const ofRow = isOfDocuments && isOfWhole ? 0 : row[field];
    const value = isOfDocuments && isOfWhole && index === 0 ? document[totals[field]] : ofRow;
    return roundAmount((Number(value ?? 0) * Number(document.currencyRate ?? 1)) / rate);
  };
  const figure = (name: string, field: keyof typeof totals): Figure<ChosenRow> => ({
    name,
    kind: 'money',
    valueOf: (sold) => moneyOf(sold, field),
  });
  const costOf = rowCost(account);
  const cost = (sold: DocumentRow) => roundAmount(costOf(sold) / rate);
  const profit = (sold: ChosenRow) => roundAmount(moneyOf(sold, 'rowNetTotal') - cost(sold));
  return [
    { name: 'UNITS_SOLD', kind: 'quantity', valueOf: ({ row }) => Number(row.amount ?? 0) },
    figure('NET_SALES_TOTAL', 'rowNetTotal'),
    figure('VAT_TOTAL', 'rowVAT'),
    figure('SALES_TOTAL', 'rowTotal'),
    ...(hasCosts
      ? [
          { name: 'COST', kind: 'money' as const, valueOf: cost },
          { name: 'PROFIT', kind: 'money' as const, valueOf: profit },
        ]
      : []),
  ];
}
