import type { Account } from '../../account/account.ts';
import type { Row } from '../../store/row.ts';
import { stockOf } from '../stock/stock.ts';
import { roundAmount } from '../stock/stock-movement.ts';
import { rowsOf } from './sales-saving.ts';

/** What the goods of a document cost, in the account's currency. */
interface DocumentCosts {
  /** All of them; negative for what came back. */
  readonly cost: number;
  /** All of each row. */
  readonly rowCosts: readonly number[];
}

/** What the goods of each row cost that a document has moved itself: of a bundle its components together. */
function movedCosts(account: Account, document: Row): number[] {
  const costs = rowsOf(document).map(() => 0);
  const source = { table: 'salesDocuments', id: Number(document.id) };
  for (const [{ row = 0, amount }, cost] of stockOf(account).ledger.entryCosts(source))
    costs[row] = roundAmount((costs[row] ?? 0) + (amount < 0 ? cost : -cost));
  return costs;
}

/** What one unit of each product cost in the waybills that an invoice bills. */
function billedCosts(account: Account, document: Row): Map<number, number> {
  const found = new Map<number, number>();
  for (const { id } of (document.baseDocuments ?? []) as readonly Row[]) {
    const waybill: Row | undefined = account.table('salesDocuments').get(Number(id));
    if (waybill?.type !== 'WAYBILL' || waybill.confirmed !== 1) continue;
    const costs = movedCosts(account, waybill);
    for (const [index, { productID = 0, amount = 0 }] of rowsOf(waybill).entries())
      if (amount !== 0 && !found.has(Number(productID)))
        found.set(Number(productID), roundAmount((costs[index] ?? 0) / Number(amount)));
  }
  return found;
}

/**
 * What the goods of a document cost, by the batches that they came from. Those of an invoice left with the waybills that
 * it is based on (inferred); what moves no stock costs nothing.
 */
export function documentCosts(account: Account, document: Row): DocumentCosts {
  let rowCosts = movedCosts(account, document);
  if (document.type === 'INVOICE') {
    const units = billedCosts(account, document);
    rowCosts = rowsOf(document).map(({ productID = 0, amount = 0 }) =>
      roundAmount((units.get(Number(productID)) ?? 0) * Number(amount)),
    );
  }
  let cost = 0;
  for (const each of rowCosts) cost = roundAmount(cost + each);
  return { cost, rowCosts };
}
