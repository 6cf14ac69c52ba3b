import type { Account } from '../../account/account.ts';
import { mayDo } from '../../account/user.ts';
import { type CallContext, userOf } from '../../generic/handler.ts';
import type { Row } from '../../store/row.ts';
import { refuse } from '../../wire/refusal.ts';

/** 1011: there is no such price list. */
export function checkPriceList(account: Account, priceListID: number): void {
  if (!account.table('priceLists').has(priceListID)) refuse(1011, 'priceListID');
}

/** 1014: a price, amount or subsidy is negative. */
export function checkNotNegative(input: Row): void {
  for (const name of ['price', 'amount', 'subsidy']) if (Number(input[name] ?? 0) < 0) refuse(1014, name);
}

/** 1026: the list has the product with that amount in another row. */
export function checkIsOnly(account: Account, row: Row): void {
  const table = account.table('pricelistProducts');
  const isSame = table.find('productID', row.productID).some((id) => {
    const other = table.get(id) ?? {};
    const isOther = id !== row.priceListProductID && other.priceListID === row.priceListID;
    return isOther && (other.amount ?? 0) === (row.amount ?? 0);
  });
  if (isSame) refuse(1026);
}

/** Who changes the rows of a list edits the list: 1062 without the right. */
export function checkMayEdit(context: CallContext): void {
  if (!mayDo(userOf(context), 'edit', 'priceLists')) refuse(1062);
}

/** Dates a list anew: its rows were changed. */
export function touchPriceList(context: CallContext, priceListID: unknown): void {
  context.account.update('priceLists', { id: Number(priceListID), fields: {}, user: userOf(context) });
}
