import type { Account } from '../../account/account.ts';
import type { Row } from '../../store/row.ts';
import { refuse } from '../../wire/refusal.ts';
import { soldGoods } from '../stock/sold-goods.ts';
import { hasStock, stockOf } from '../stock/stock.ts';
import { sellingTypes } from '../stock/stock-documents.ts';
import { roundAmount } from '../stock/stock-movement.ts';

/**
 * 1016 (inferred): the account wants stock to stay positive (`positive_stock_required`), and there is less of the row's
 * goods than the document sells.
 */
export function checkPositiveStock(account: Account, before: Row | undefined, document: Row): void {
  if (account.table('confParameters').get(1)?.positive_stock_required !== 1) return;
  const { type, confirmed, doNotCreateInventoryTransaction, warehouseID } = document;
  if (confirmed !== 1 || before?.confirmed === 1 || doNotCreateInventoryTransaction === 1) return;
  if (!sellingTypes.includes(type)) return;
  const { ledger } = stockOf(account);
  const wanted = new Map<number, number>();
  for (const { row, productID, amount } of soldGoods(document)) {
    if (!hasStock(account, productID)) continue;
    const sum = roundAmount((wanted.get(productID) ?? 0) + amount);
    wanted.set(productID, sum);
    if (amount > 0 && sum > ledger.amountInStock(productID, Number(warehouseID)))
      refuse(1016, `amount${row + 1}`);
  }
}
