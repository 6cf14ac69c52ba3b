import type { calls, InputOf } from '@erply-kit/schemas';

import type { Account } from '../../account/account.ts';
import type { Handler } from '../../generic/handler.ts';
import { listWith } from '../../generic/list.ts';
import type { Filter } from '../../query/filter.ts';
import { byIDs, oneOf, phraseOf, startingWith } from '../../query/filters.ts';
import type { Row } from '../../store/row.ts';
import { priceListsOf } from './price-calculator.ts';
import { grossPrices, priceListRules } from './price-list-rules.ts';

type Input = InputOf<typeof calls.getPriceLists>;

/** Lists whose day is within bounds; a day that is open always is. */
function within(field: string, from: string | null | undefined, to: string | null | undefined): Filter[] {
  if ((from ?? to ?? null) === null) return [];
  return [
    {
      key: `${field} from ${from} to ${to}`,
      matches(list) {
        const day = list.get(field);
        return typeof day !== 'string' || (day >= (from ?? day) && day <= (to ?? day));
      },
    },
  ];
}

/** The lists of the location that a register stands in; none for a register that does not exist. */
const listsOfRegister = (account: Account, pointOfSaleID: number) =>
  priceListsOf(account, account.table('pointsOfSale').get(pointOfSaleID)?.warehouseID ?? 0);

function filtersOf(account: Account, input: Input): Filter[] {
  const { priceListIDs, name = '', warehouseID, pointOfSaleID, types } = input;
  const { base } = account.finder('priceLists');
  return [
    ...(priceListIDs === undefined ? [] : [byIDs(base, priceListIDs)]),
    ...(warehouseID === undefined ? [] : [byIDs(base, priceListsOf(account, warehouseID))]),
    ...(pointOfSaleID === undefined ? [] : [byIDs(base, listsOfRegister(account, pointOfSaleID))]),
    ...(types === undefined ? [] : [oneOf(base, 'type', types)]),
    ...(name === '' ? [] : [startingWith(base, ['name'], phraseOf(name))]),
    ...within('startDate', input.startDateFrom, input.startDateTo),
    ...within('endDate', input.endDateFrom, input.endDateTo),
  ];
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
  return listWith(context, others, { filters: filtersOf(account, input), addBlocks });
};
