import { UsageError } from '@erply-kit/command-line';

import { FeedError } from '../feed-error.ts';
import { type FeedPolicy, namedWarehouses, type WarehouseGroup } from '../feed-policy.ts';
import { isInGroup } from '../places.ts';
import { labelOf, type Warehouse } from './stock-source.ts';

/**
 * The warehouses of the feed, by rising ID. One that is named is taken, offline or not. One that is named and not there
 * is a mistake, unless the feed before was made with it: it has been closed since, and the others go on.
 */
export function chooseWarehouses(
  all: readonly Warehouse[],
  policy: Pick<FeedPolicy, 'warehouses' | 'offline' | 'groups'>,
  namedBefore: readonly number[] = [],
): Warehouse[] {
  if (all.length === 0) throw new FeedError('nothing replaced: Erply named no warehouses');
  const sorted = all.toSorted((a, b) => a.warehouseID - b.warehouseID);
  const named = namedWarehouses(policy);
  const absent = named.filter((id) => !sorted.some((one) => one.warehouseID === id));
  const unknown = absent.find((id) => absent.length === named.length || !namedBefore.includes(id));
  if (unknown !== undefined)
    throw new UsageError(`there is no warehouse ${unknown}; there are ${listed(sorted)}`);
  const chosen = policy.groups
    ? inGroups(sorted, policy.groups)
    : sorted.filter((one) => isChosen(one, policy));
  if (chosen.length > 0) return chosen;
  throw new UsageError('all warehouses are offline ones: add --offline, or name them with --warehouse');
}

function isChosen(
  { warehouseID, isOffline }: Warehouse,
  { warehouses, offline }: Pick<FeedPolicy, 'warehouses' | 'offline'>,
): boolean {
  return warehouses.length > 0 ? warehouses.includes(warehouseID) : offline || !isOffline;
}

function inGroups(sorted: readonly Warehouse[], groups: readonly WarehouseGroup[]): Warehouse[] {
  for (const { name, ...group } of groups) {
    // One that was closed is not in the list any more; what is left out for being offline was never meant to be all.
    const { warehouses } = group;
    const isThere = sorted.some((one) => warehouses.length === 0 || warehouses.includes(one.warehouseID));
    if (isThere && !sorted.some((one) => isInGroup(one, group)))
      throw new UsageError(
        `group ${name}: all its warehouses are offline ones, which it leaves out: say offline: true in its policy`,
      );
  }
  return sorted.filter((one) => groups.some((group) => isInGroup(one, group)));
}

function listed(warehouses: readonly Warehouse[]): string {
  return warehouses.map((one) => `${one.warehouseID} (${labelOf(one)})`).join(', ');
}
