import type { AvailabilityRule } from './availability-rule.ts';

/** What the feed holds: every choice that changes a figure or a row. */
export interface FeedPolicy extends AvailabilityRule {
  /** `all`: a row for every product that can have stock. `stocked`: only where Erply's stock has one. */
  readonly rows: 'all' | 'stocked';
  /** Rows carry `code` and `code2`. */
  readonly identifiers: boolean;
  /** One row for a product: the sum over the warehouses. */
  readonly sum: boolean;
  /** IDs of the warehouses asked for; none means all. */
  readonly warehouses: readonly number[];
  /** Whether "all" holds the offline warehouses. */
  readonly offline: boolean;
  /** By rising name: one row for a product and a group, instead of one for each warehouse. */
  readonly groups?: readonly WarehouseGroup[];
}

/** Warehouses that are sold from as one. */
export interface WarehouseGroup extends AvailabilityRule {
  readonly name: string;
  /** IDs; none means all. */
  readonly warehouses: readonly number[];
  /** Whether offline warehouses belong to it. When it says nothing, those do that it names. */
  readonly offline?: boolean;
  /** What a channel calls it. @default its name */
  readonly storeCode?: string;
  /** As `--max-zeroed`, for this group. */
  readonly maxZeroedPercent?: number;
}

/** The warehouses that a policy names, those of its groups too. */
export function namedWarehouses({
  warehouses,
  groups = [],
}: Pick<FeedPolicy, 'warehouses' | 'groups'>): readonly number[] {
  return [...new Set([...warehouses, ...groups.flatMap((group) => group.warehouses)])];
}
