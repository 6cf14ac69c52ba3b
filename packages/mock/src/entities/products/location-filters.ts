import type { Account } from '../../account/account.ts';
import type { Filter } from '../../query/filter.ts';
import { priceListsOf } from '../price-lists/price-calculator.ts';
import { named } from './named.ts';

interface PlaceInput {
  readonly warehouseID?: number | undefined;
  readonly getItemsFromFirstPriceListOnly?: 0 | 1 | undefined;
  readonly getOnlyItemsInStock?: 0 | 1 | undefined;
  readonly quickPosProducts?: 0 | 1 | undefined;
}

/** Products with a price in the first price list of the location; without a location there is no such list. */
function firstListFilters(account: Account, input: PlaceInput): Filter[] {
  const { getItemsFromFirstPriceListOnly, warehouseID } = input;
  if (getItemsFromFirstPriceListOnly !== 1 || warehouseID === undefined) return [];
  const [first] = priceListsOf(account, warehouseID);
  const rows = account.table('pricelistProducts');
  const ids = first === undefined ? [] : rows.find('priceListID', first);
  return [
    named(
      account.shared.productBase,
      ids.map((id) => Number(rows.get(id)?.productID)),
    ),
  ];
}

/** Products with a button on tills: of the location where it has buttons of its own, else those of the whole account. */
function quickButtonFilters(account: Account, input: PlaceInput): Filter[] {
  if (input.quickPosProducts !== 1) return [];
  const { warehouseID = 0 } = input;
  const isOwn = account.table('warehouses').get(warehouseID)?.usesLocalQuickButtons === 1;
  const buttons = account.table('posQuickButtons');
  const ids = buttons.find('warehouseID', isOwn ? warehouseID : 0);
  return [
    named(
      account.shared.productBase,
      ids.map((id) => Number(buttons.get(id)?.productID)),
    ),
  ];
}

/** Products in stock in the location; without a location, in any (inferred). */
function inStockFilters(account: Account, input: PlaceInput): Filter[] {
  if (input.getOnlyItemsInStock !== 1) return [];
  const { stock, stockVersion } = account;
  const places =
    input.warehouseID === undefined ? [...account.table('warehouses').ids()] : [input.warehouseID];
  return [
    {
      key: `inStock=${places.join()}@${stockVersion}`,
      matches: ({ id }) => places.some((place) => stock.amountInStock(id, place) > 0),
    },
  ];
}

/** What a location decides: its first price list, its buttons, its stock. */
export const placeFilters = (account: Account, input: PlaceInput): Filter[] => [
  ...firstListFilters(account, input),
  ...quickButtonFilters(account, input),
  ...inStockFilters(account, input),
];
