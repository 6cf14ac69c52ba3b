import type { calls, InputOf } from '@erply-kit/schemas';

import type { Account } from '../account/account.ts';
import type { Row } from '../account/table.ts';
import { listWith } from './generic-list.ts';
import type { Handler } from './handler.ts';
import { priceListsOf } from './price-calculator.ts';

type Input = InputOf<typeof calls.getPriceLists>;

/** A day is within bounds; one that is open always is. */
function isWithin(day: unknown, from: string | null | undefined, to: string | null | undefined): boolean {
  if (typeof day !== 'string') return true;
  return day >= (from ?? day) && day <= (to ?? day);
}

function isMatch(account: Account, input: Input): (list: Row) => boolean {
  const { priceListIDs, name, warehouseID, types } = input;
  const ofLocation = warehouseID === undefined ? undefined : priceListsOf(account, warehouseID);
  const start = name?.toLowerCase() ?? '';
  return (list) =>
    priceListIDs?.includes(Number(list.pricelistID)) !== false &&
    ofLocation?.includes(Number(list.pricelistID)) !== false &&
    types?.includes(list.type as never) !== false &&
    String(list.name ?? '')
      .toLowerCase()
      .startsWith(start) &&
    isWithin(list.startDate, input.startDateFrom, input.startDateTo) &&
    isWithin(list.endDate, input.endDateFrom, input.endDateTo);
}

/** The rules of a list: prices of products from its rows, then what it keeps itself. */
function rulesOf(account: Account, list: Row): Row[] {
  const table = account.table('pricelistProducts');
  const hasAmounts = account.hasModule('quantityPriceLists');
  const prices = table.find('priceListID', list.pricelistID).map((id) => {
    const { productID, price = 0, amount = 0 } = table.get(id) ?? {};
    return { type: 'PRODUCT', id: productID, price, ...(hasAmounts ? { amount } : {}) };
  });
  return [...prices, ...((list.pricelistRules ?? []) as readonly Row[])];
}

/** Price lists with their rules. */
export const getPriceLists: Handler<typeof calls.getPriceLists> = (context, input) => {
  const { account } = context;
  const { name: _, ...others } = input;
  const hidden = account.hasModule('priceListTypes') ? {} : { type: undefined };
  const addBlocks = (list: Row) =>
    input.getHeadersOnly === 1 ? hidden : { ...hidden, pricelistRules: rulesOf(account, list) };
  return listWith(context, others, { isMatch: isMatch(account, input), addBlocks });
};
