/** One line of the feed. */
export interface FeedRow {
  readonly productID: number;
  /** Left out where the feed sums warehouses. */
  readonly warehouseID?: number;
  /** The group of warehouses that the row is of, in a feed by groups. */
  readonly group?: string;
  /** What a channel calls the warehouse or the group. */
  readonly storeCode?: string;
  /** What can be sold: the policy is already applied. */
  readonly available: number;
  /** Left out, both of them, in a feed without identifiers. */
  readonly code?: string;
  /** EAN or UPC in most shops. */
  readonly code2?: string;
}

/** What a row of the feed is known by. */
export type FeedKey = Pick<FeedRow, 'productID' | 'warehouseID' | 'group'>;

/** A row as an earlier feed is compared by. */
export interface ComparedRow {
  /** Its ID, or its code in a format that has codes only. */
  readonly product: number | string;
  /** ID of the warehouse, name of the group or code of the store; 0 for all together. */
  readonly place: number | string;
  readonly available: number;
}

/** What most formats are compared by. */
export function comparedRow({
  productID,
  warehouseID,
  group,
  available,
}: FeedKey & Pick<FeedRow, 'available'>): ComparedRow {
  return { product: productID, place: warehouseID ?? group ?? 0, available };
}

/** Which optional columns a feed has; the order of columns is fixed. */
export interface FeedColumns {
  readonly warehouse: boolean;
  readonly group?: boolean;
  readonly identifiers: boolean;
}
