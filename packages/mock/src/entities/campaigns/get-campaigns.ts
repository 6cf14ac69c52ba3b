import type { calls, InputOf } from '@erply-kit/schemas';

import type { Account } from '../../account/account.ts';
import type { Handler } from '../../generic/handler.ts';
import { listWith } from '../../generic/list.ts';
import type { Fields, Filter } from '../../query/filter.ts';
import { phraseOf, startingWith } from '../../query/filters.ts';
import { dayOf } from '../price-lists/price-calculator.ts';

type Input = InputOf<typeof calls.getCampaigns>;

/** Enabled, and the day is within its days; a side that is open always fits. */
function activeOn(day: string): Filter {
  const from = (row: Fields) => String(row.get('startDate') ?? '');
  const to = (row: Fields) => String(row.get('endDate') ?? '');
  return {
    key: `active on ${day}`,
    matches: (row) => row.get('enabled') === 1 && from(row) <= day && (to(row) === '' || to(row) >= day),
  };
}

/** Of the location, of a group of locations that it is in, or of no location in particular. */
function ofLocation(account: Account, warehouseID: number): Filter {
  const { storeGroups } = account.table('warehouses').get(warehouseID) ?? {};
  const groups = String(storeGroups ?? '')
    .split(',')
    .map((group) => group.trim());
  return {
    key: `of location ${warehouseID} in ${JSON.stringify(groups)}`,
    matches(row) {
      const only = Number(row.get('warehouseID') ?? 0);
      const group = String(row.get('storeGroup') ?? '');
      return (only === 0 || only === warehouseID) && (group === '' || groups.includes(group));
    },
  };
}

/** Those that list one of the IDs. */
function listing(field: string, ids: readonly number[]): Filter {
  const wanted = new Set(ids);
  return {
    key: `${field} lists ${[...wanted].sort().join()}`,
    matches: (row) => ((row.get(field) ?? []) as readonly number[]).some((id) => wanted.has(id)),
  };
}

function filtersOf(account: Account, input: Input): Filter[] {
  const { name = '', activeToday, warehouseID = 0, storeRegionIDs, customerGroupIDs } = input;
  return [
    ...(name === '' ? [] : [startingWith(account.finder('campaigns').base, ['name'], phraseOf(name))]),
    ...(activeToday === 1 ? [activeOn(dayOf(account.now()))] : []),
    ...(warehouseID === 0 ? [] : [ofLocation(account, warehouseID)]),
    ...(storeRegionIDs === undefined ? [] : [listing('storeRegions', storeRegionIDs)]),
    ...(customerGroupIDs === undefined ? [] : [listing('customerGroups', customerGroupIDs)]),
  ];
}

/** Promotions by what they are and whom they are for. */
export const getCampaigns: Handler<typeof calls.getCampaigns> = (context, input) => {
  const { name: _, warehouseID: __, ...others } = input;
  return listWith(context, others, { filters: filtersOf(context.account, input) });
};
