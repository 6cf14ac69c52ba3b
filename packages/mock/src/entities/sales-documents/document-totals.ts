import { type DocumentTotals, totalsMethod, totalsOf } from '@erply-kit/schemas/totals';

import type { Account } from '../../account/account.ts';
import type { Row } from '../../store/row.ts';
import { percentOf } from './row-tax.ts';
import { rowsOf } from './sales-saving.ts';

/** Decimals of a stored net price: two in the United States, four elsewhere. */
const priceDecimals = (country: string) => (country === 'US' ? 2 : 4);

const numberIn = (row: Row, field: string) => Number(row[field] ?? 0);

/** What a document comes to. */
export function documentTotals(
  account: Account,
  document: Row,
  rounding: number | undefined,
): DocumentTotals & { readonly version: number } {
  const { country = '', invoice_rounding: roundTo } = account.table('confParameters').get(1) ?? {};
  const { type, isCashInvoice } = document;
  const version = 2;
  const rows = rowsOf(document);
  const totals = totalsOf(
    rows.map((row) => ({
      price: numberIn(row, 'price'),
      discount: numberIn(row, 'discount'),
      amount: numberIn(row, 'amount'),
      vatrateID: numberIn(row, 'vatrateID'),
      vatRate: percentOf(account, numberIn(row, 'vatrateID')),
    })),
    {
      method: totalsMethod({ country, type: String(type), isCashInvoice: Number(isCashInvoice ?? 0) }),
      version,
      priceDecimals: priceDecimals(country),
      rounding,
      roundTo: roundTo ?? undefined,
    },
  );
  return { ...totals, version };
}

/** The fields of a document that say what it comes to. */
export function totalFields(account: Account, document: Row, rounding: number | undefined): Row {
  const { rows: rowTotals, version, ...sums } = documentTotals(account, document, rounding);
  const rows = rowsOf(document);
  return {
    ...sums,
    rows: rows.map((row, index) => ({ ...row, ...rowTotals[index] })),
    algorithmVersion: version,
    algorithmVersionCalculated: version,
  };
}
