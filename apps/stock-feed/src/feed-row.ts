/** One line of the feed. */
export interface FeedRow {
  readonly productID: number;
  /** Left out where the feed sums all warehouses. */
  readonly warehouseID?: number;
  /** What can be sold: the policy is already applied. */
  readonly available: number;
  /** Left out, both of them, in a feed without identifiers. */
  readonly code?: string;
  /** EAN or UPC in most shops. */
  readonly code2?: string;
}

/** The parts of a row that an earlier feed is compared by. */
export type ComparedRow = Pick<FeedRow, 'productID' | 'warehouseID' | 'available'>;

/** Which optional columns a feed has; the order of columns is fixed. */
export interface FeedColumns {
  readonly warehouse: boolean;
  readonly identifiers: boolean;
}
