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

/** The parts of a row that an earlier feed is compared by. */
export type ComparedRow = Pick<FeedRow, 'productID' | 'warehouseID' | 'group' | 'available'>;

/** Which optional columns a feed has; the order of columns is fixed. */
export interface FeedColumns {
  readonly warehouse: boolean;
  readonly identifiers: boolean;
}
