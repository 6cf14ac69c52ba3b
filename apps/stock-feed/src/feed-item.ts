import type { FeedRow } from './feed-row.ts';

/** A row as deliveries and events have it, by names: what is undefined is left out of JSON. */
export function feedItem({ productID, warehouseID, group, available, code, code2 }: FeedRow) {
  return { productID, warehouseID, group, available, code, code2 };
}
