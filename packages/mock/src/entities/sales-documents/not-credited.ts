import type { Account } from '../../account/account.ts';
import type { Row } from '../../store/row.ts';
import { roundAmount } from '../stock/stock-movement.ts';
import { rowsOf } from './sales-saving.ts';

/** What a row sells: rows of a credit invoice take back the same. */
const soldIn = ({ productID, serviceID, itemName }: Row) =>
  productID || serviceID ? `${productID ?? 0}/${serviceID ?? 0}` : `text ${itemName ?? ''}`;

/** How much of each product, service or text confirmed credit invoices have taken back of a document. */
function creditedOf(account: Account, documentID: number): Map<string, number> {
  const table = account.table('salesDocuments');
  const credited = new Map<string, number>();
  for (const id of table.find('creditToDocumentID', documentID)) {
    const credit = table.get(id) as Row | undefined;
    if (credit?.confirmed !== 1 || credit.type !== 'CREDITINVOICE') continue;
    for (const row of rowsOf(credit)) {
      const sold = soldIn(row);
      credited.set(sold, roundAmount((credited.get(sold) ?? 0) - Number(row.amount ?? 0)));
    }
  }
  return credited;
}

/** Rows of a document without what was credited: rows that are left of, with as much as is left. Totals stay. */
export function rowsNotCredited(account: Account, documentID: number, rows: readonly Row[]): Row[] {
  const credited = creditedOf(account, documentID);
  return rows.flatMap((row) => {
    const sold = soldIn(row);
    const amount = Number(row.amount ?? 0);
    const taken = Math.min(Math.max(0, amount), credited.get(sold) ?? 0);
    if (taken === 0) return [row];
    credited.set(sold, roundAmount((credited.get(sold) ?? 0) - taken));
    const left = roundAmount(amount - taken);
    return left === 0 ? [] : [{ ...row, amount: left }];
  });
}

/** Something was sold, and all of it was credited. */
export function isCredited(account: Account, documentID: number): boolean {
  const rows = rowsOf(account.table('salesDocuments').get(documentID) as Row | undefined);
  return rows.length > 0 && rowsNotCredited(account, documentID, rows).length === 0;
}
