import type { Account } from '../../account/account.ts';
import type { Filter } from '../../query/filter.ts';
import { byIDs } from '../../query/filters.ts';
import { priceListsOf } from './price-calculator.ts';

interface FirstListInput {
  readonly warehouseID?: number | undefined;
  readonly getItemsFromFirstPriceListOnly?: 0 | 1 | undefined;
}

/** Products with a price in the first price list of the location; without a location there is no such list. */
export function firstListFilters(account: Account, input: FirstListInput): Filter[] {
  const { getItemsFromFirstPriceListOnly, warehouseID } = input;
  if (getItemsFromFirstPriceListOnly !== 1 || warehouseID === undefined) return [];
  const [first] = priceListsOf(account, warehouseID);
  const rows = account.table('pricelistProducts');
  const ids = first === undefined ? [] : rows.find('priceListID', first);
  return [
    byIDs(
      account.finder('products').base,
      ids.map((id) => Number(rows.get(id)?.productID)),
    ),
  ];
}
