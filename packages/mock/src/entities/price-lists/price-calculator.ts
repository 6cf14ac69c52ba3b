import { type AnswerOf, type calls, phpRound } from '@erply-kit/schemas';

import type { Account } from '../../account/account.ts';
import type { Row } from '../../store/row.ts';
import { customerPriceLists } from './customer-price-lists.ts';
import { discountRules } from './price-list-rules.ts';

export type PriceStep = NonNullable<AnswerOf<typeof calls.getProductPrices>['priceCalculationSteps']>[number];

/** A net price, and what each price list that has a rule for the product made of the price on its card. */
interface CalculatedPrice {
  readonly price: number;
  readonly steps: readonly PriceStep[];
}

/** Where a location names its price lists, in the order in which they count. */
const listFields = ['pricelistID', 'pricelistID2', 'pricelistID3', 'pricelistID4', 'pricelistID5'] as const;

/** Decimals of a discounted net price: one more than the account shows. */
const priceDecimals = 3;

const rounded = (price: number) => phpRound(price, priceDecimals);

/** The day of an instant, Unix seconds, in the fake's time zone. */
export const dayOf = (time: number): string => new Date(time * 1000).toISOString().slice(0, 10);

/** IDs of a location's price lists, the first first. */
export function priceListsOf(account: Account, warehouseID: number): number[] {
  const warehouse = account.table('warehouses').get(warehouseID) ?? {};
  return listFields.map((field) => warehouse[field] ?? 0).filter((id) => id > 0);
}

/** A product, and how many of it are sold. */
interface Sold {
  readonly product: Row;
  readonly amount: number;
}

/** A list counts while it is active, from its first to its last day. */
export function isInForce({ active, startDate, endDate }: Row, day: string): boolean {
  const begins = typeof startDate === 'string' ? startDate : day;
  const ends = typeof endDate === 'string' ? endDate : day;
  return active === 1 && begins <= day && day <= ends;
}

/** The price that a list sets for a product: the one for the greatest amount that is sold. */
function setPrice(account: Account, list: Row, { product, amount }: Sold): number | undefined {
  const table = account.table('pricelistProducts');
  const rows = table.find('productID', product.productID).map((id) => table.get(id) ?? {});
  const best = rows
    .filter((row) => row.priceListID === list.pricelistID && (row.amount ?? 0) <= amount)
    .sort((left, right) => (right.amount ?? 0) - (left.amount ?? 0))[0];
  return best === undefined ? undefined : (best.price ?? 0);
}

/** The discount of a list on a product's group, or else on the nearest group above it that has one. */
function groupDiscount(account: Account, rules: readonly Row[], groupID: unknown): number | undefined {
  const groups = account.table('productGroups');
  const seen = new Set<unknown>();
  for (let id = groupID; typeof id === 'number' && id > 0 && !seen.has(id); ) {
    seen.add(id);
    const rule = rules.find((one) => one.type === 'PRODGROUP' && one.id === id);
    if (rule !== undefined) return Number(rule.discountPercent ?? 0);
    id = groups.get(id)?.parentGroupID;
  }
  return undefined;
}

/** What a list makes of the price on a card. Its price of a product comes before its discount on the group. */
function stepOf(account: Account, list: Row, sold: Sold): PriceStep[] {
  const { product } = sold;
  const known = { priceListID: Number(list.pricelistID), priceListName: String(list.name ?? '') };
  const price = setPrice(account, list, sold);
  if (price !== undefined) return [{ ...known, price, discount: 0, type: 'PRICE' }];
  const percentage = groupDiscount(account, discountRules(account, list), product.groupID);
  if (percentage === undefined) return [];
  const card = Number(product.price ?? 0);
  const reduced = rounded((card * (100 - percentage)) / 100);
  return [{ ...known, price: reduced, discount: rounded(card - reduced), type: 'DISCOUNT', percentage }];
}

/** For whom and when a price is asked for: the location and the customer, 0 for none. */
interface PriceOptions {
  readonly warehouseID: number;
  readonly clientID: number;
  readonly day: string;
  /** The only list that counts. */
  readonly priceListID?: number | undefined;
}

/**
 * Says what products cost by the price lists of a location and of a customer on a day. Every list counts from the price
 * on the card, and the last one that has something to say wins: those of the location come first, then those of the
 * customer's groups from the topmost one down, then the customer's own. A price depends on how many are sold only where
 * a list says so.
 */
export function priceCalculator(
  account: Account,
  { warehouseID, clientID, day, priceListID }: PriceOptions,
): (product: Row, amount?: number) => CalculatedPrice {
  const named =
    priceListID === undefined
      ? [...priceListsOf(account, warehouseID), ...customerPriceLists(account, clientID)]
      : [priceListID];
  const lists = named
    .map((id) => account.table('priceLists').get(id) ?? {})
    .filter((list) => isInForce(list, day));
  return (product, amount = 1) => {
    const steps = lists.flatMap((list) => stepOf(account, list, { product, amount }));
    return { price: steps.at(-1)?.price ?? Number(product.price ?? 0), steps };
  };
}
