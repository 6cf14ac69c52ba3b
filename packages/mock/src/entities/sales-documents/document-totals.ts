import { totalsOf } from '@erply-kit/schemas/totals';

import type { Account } from '../../account/account.ts';
import type { Row } from '../../store/row.ts';
import { documentTotalsOptions } from '../invoice-algorithm-changes/document-totals-options.ts';
import { percentOf } from './row-tax.ts';
import { rowsOf } from './sales-saving.ts';

const numberIn = (row: Row, field: string) => Number(row[field] ?? 0);

/** What a document and its rows come to, `rounding` being what was sent: those fields of the document. */
export function totalFields(account: Account, document: Row, rounding: number | undefined): Row {
  const rows = rowsOf(document);
  const options = documentTotalsOptions(account, {
    type: String(document.type),
    date: String(document.date),
    isCashInvoice: numberIn(document, 'isCashInvoice'),
    rounding,
  });
  const percents = new Map<number, number>();
  const totals = totalsOf(
    rows.map((row) => {
      const vatrateID = numberIn(row, 'vatrateID');
      const vatRate = percents.get(vatrateID) ?? percentOf(account, vatrateID);
      percents.set(vatrateID, vatRate);
      return {
        price: numberIn(row, 'price'),
        discount: numberIn(row, 'discount'),
        amount: numberIn(row, 'amount'),
        ...{ vatrateID, vatRate },
      };
    }),
    options,
  );
  return {
    ...totals,
    rows: rows.map((row, index) => ({ ...row, ...totals.rows[index] })),
    algorithmVersion: options.version,
    algorithmVersionCalculated: options.version,
  };
}
