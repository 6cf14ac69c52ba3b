import type { AvailabilityRule } from './availability-rule.ts';
import type { FeedPolicy, WarehouseGroup } from './feed-policy.ts';
import type { FeedRow } from './feed-row.ts';
import type { Warehouse } from './source/stock-source.ts';

/** What the feed has a row of for each product: a warehouse, a group of them, or all together. */
export interface Place {
  /** What its rows say of it. */
  readonly of: Pick<FeedRow, 'warehouseID' | 'group' | 'storeCode'>;
  /** The warehouses whose stock is added up. */
  readonly warehouseIDs: readonly number[];
  readonly rule: AvailabilityRule;
}

/** The places of a feed, in the order of its rows. A group none of whose warehouses is there has none. */
export function placesOf(warehouses: readonly Warehouse[], policy: FeedPolicy): Place[] {
  const ids = warehouses.map((one) => one.warehouseID);
  if (policy.groups) return policy.groups.flatMap((group) => placeOfGroup(group, warehouses));
  if (policy.sum) return [{ of: {}, warehouseIDs: ids, rule: policy }];
  return warehouses.map(({ warehouseID, code }) => ({
    of: { warehouseID, storeCode: code || String(warehouseID) },
    warehouseIDs: [warehouseID],
    rule: policy,
  }));
}

/** Whether the stock of a warehouse is sold as that of a group. */
export function isInGroup(
  { warehouseID, isOffline }: Pick<Warehouse, 'warehouseID' | 'isOffline'>,
  { warehouses, offline }: Pick<WarehouseGroup, 'warehouses' | 'offline'>,
): boolean {
  const isNamed = warehouses.includes(warehouseID);
  if (!isNamed && warehouses.length > 0) return false;
  return !isOffline || (offline ?? isNamed);
}

function placeOfGroup(group: WarehouseGroup, warehouses: readonly Warehouse[]): Place[] {
  const members = warehouses.filter((one) => isInGroup(one, group)).map((one) => one.warehouseID);
  const { name, storeCode = name } = group;
  return members.length === 0 ? [] : [{ of: { group: name, storeCode }, warehouseIDs: members, rule: group }];
}
