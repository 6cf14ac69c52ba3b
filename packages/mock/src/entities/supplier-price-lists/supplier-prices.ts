import type { Account } from '../../account/account.ts';
import type { Row } from '../../store/row.ts';
import { dayOf, isInForce } from '../price-lists/price-calculator.ts';

/** Units that a suggested price is for: rows for more are not a price of a single one. */
const boughtAmount = 1;

/** The row that counts more: of a newer list, in one list that for the greater amount (both inferred). */
const byWeight = (left: Row, right: Row) =>
  Number(right.supplierPriceListID ?? 0) - Number(left.supplierPriceListID ?? 0) ||
  Number(right.amount ?? 0) - Number(left.amount ?? 0);

/**
 * Finds what the supplier on a product's card asks for one unit today; `undefined` where no list in force says so. A
 * product costs what it has rows for, whatever the size of the lists.
 */
export function supplierPrices(account: Account): (productID: number) => number | undefined {
  const rows = account.table('supplierPriceListProducts');
  const lists = account.table('supplierPriceLists');
  const products = account.table('products');
  const today = dayOf(account.now());
  return (productID) => {
    const ids = rows.size === 0 ? [] : rows.find('productID', productID);
    if (ids.length === 0) return undefined;
    const supplierID = products.get(productID)?.supplierID ?? 0;
    const found = ids
      .map((id): Row => rows.get(id) ?? {})
      .filter(({ supplierPriceListID, amount }) => {
        const list = lists.get(Number(supplierPriceListID)) ?? {};
        const isOwn = supplierID !== 0 && list.supplierID === supplierID;
        return isOwn && Number(amount ?? 0) <= boughtAmount && isInForce(list, today);
      })
      .sort(byWeight)[0];
    return found === undefined ? undefined : Number(found.price ?? 0);
  };
}
