import type { calls, InputOf } from '@erply-kit/schemas';

import type { Account } from '../../account/account.ts';
import type { Handler } from '../../generic/handler.ts';
import { listWith } from '../../generic/list.ts';
import type { Row } from '../../store/row.ts';
import { priceListsOf } from './price-calculator.ts';
import { grossPrices, priceListRules } from './price-list-rules.ts';

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

/** Price lists with their rules. */
export const getPriceLists: Handler<typeof calls.getPriceLists> = (context, input) => {
  const { account } = context;
  const { name: _, ...others } = input;
  const hidden = account.hasModule('priceListTypes') ? {} : { type: undefined };
  const detail = input.getPricesWithVAT === 1 ? grossPrices(account, input.warehouseID) : undefined;
  const addBlocks = (list: Row) =>
    input.getHeadersOnly === 1
      ? hidden
      : { ...hidden, pricelistRules: priceListRules(account, list, detail) };
  return listWith(context, others, { isMatch: isMatch(account, input), addBlocks });
};
