import { UsageError } from '@erply-kit/command-line';

import { FeedError } from '../feed-error.ts';
import type { FeedPolicy } from '../feed-policy.ts';
import { labelOf, type Warehouse } from './stock-source.ts';

/**
 * The warehouses of the feed, by rising ID. One that is named is taken, offline or not. One that is named and not there
 * is a mistake, unless the feed before was made with it: it has been closed since, and the others go on.
 */
export function chooseWarehouses(
  all: readonly Warehouse[],
  policy: Pick<FeedPolicy, 'warehouses' | 'offline'>,
  namedBefore: readonly number[] = [],
): Warehouse[] {
  if (all.length === 0) throw new FeedError('nothing replaced: Erply named no warehouses');
  const sorted = all.toSorted((a, b) => a.warehouseID - b.warehouseID);
  const absent = policy.warehouses.filter((id) => !sorted.some((one) => one.warehouseID === id));
  const unknown = absent.find(
    (id) => absent.length === policy.warehouses.length || !namedBefore.includes(id),
  );
  if (unknown !== undefined)
    throw new UsageError(`there is no warehouse ${unknown}; there are ${listed(sorted)}`);
  const chosen =
    policy.warehouses.length > 0
      ? sorted.filter((one) => policy.warehouses.includes(one.warehouseID))
      : sorted.filter((one) => policy.offline || !one.isOffline);
  if (chosen.length > 0) return chosen;
  throw new UsageError('all warehouses are offline ones: add --offline, or name them with --warehouse');
}

function listed(warehouses: readonly Warehouse[]): string {
  return warehouses.map((one) => `${one.warehouseID} (${labelOf(one)})`).join(', ');
}
