import type { Account } from '../../account/account.ts';
import type { Filter } from '../../query/filter.ts';
import { byIDs } from '../../query/filters.ts';
import { firstListFilters } from '../price-lists/first-list-filters.ts';
import { stockOf } from '../stock/stock.ts';

interface LocationInput {
  readonly warehouseID?: number | undefined;
  readonly getItemsFromFirstPriceListOnly?: 0 | 1 | undefined;
  readonly getOnlyItemsInStock?: 0 | 1 | undefined;
  readonly quickPosProducts?: 0 | 1 | undefined;
}

/** Products with a button on registers: of the location where it has buttons of its own, else those of the whole account. */
function quickButtonFilters(account: Account, input: LocationInput): Filter[] {
  if (input.quickPosProducts !== 1) return [];
  const { warehouseID = 0 } = input;
  const isOwn = account.table('warehouses').get(warehouseID)?.usesLocalQuickButtons === 1;
  const buttons = account.table('posQuickButtons');
  const ids = buttons.find('warehouseID', isOwn ? warehouseID : 0);
  return [
    byIDs(
      account.finder('products').base,
      ids.map((id) => Number(buttons.get(id)?.productID)),
    ),
  ];
}

/** Products in stock in the location; without a location, in any (inferred). */
function inStockFilters(account: Account, input: LocationInput): Filter[] {
  if (input.getOnlyItemsInStock !== 1) return [];
  const { ledger: stock, version: stockVersion } = stockOf(account);
  const warehouseIDs =
    input.warehouseID === undefined ? [...account.table('warehouses').ids()] : [input.warehouseID];
  return [
    {
      key: `inStock=${warehouseIDs.join()}@${stockVersion}`,
      matches: ({ id }) => warehouseIDs.some((warehouseID) => stock.amountInStock(id, warehouseID) > 0),
    },
  ];
}

/** What a location decides: its first price list, its buttons, its stock. */
export const locationFilters = (account: Account, input: LocationInput): Filter[] => [
  ...firstListFilters(account, input),
  ...quickButtonFilters(account, input),
  ...inStockFilters(account, input),
];
