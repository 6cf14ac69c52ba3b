import type { NegativePolicy } from './quantity.ts';

/** What the feed holds: every choice that changes a figure or a row. */
export interface FeedPolicy {
  /** `all`: a row for every product that can have stock. `stocked`: only where Erply's stock has one. */
  readonly rows: 'all' | 'stocked';
  /** Rows carry `code` and `code2`. */
  readonly identifiers: boolean;
  /** One row for a product: the sum over the warehouses. */
  readonly sum: boolean;
  readonly negative: NegativePolicy;
  /** IDs of the warehouses asked for; none means all. */
  readonly warehouses: readonly number[];
  /** Whether "all" holds the offline warehouses. */
  readonly offline: boolean;
}
