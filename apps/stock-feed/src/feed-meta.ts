import { basename, dirname, extname, join } from 'node:path';

import type { FeedPolicy } from './feed-policy.ts';
import type { FormatName } from './formats/formats.ts';

/** What is to be known about a feed beside its rows; kept in a file next to it. */
export interface FeedMeta {
  /** Server time of the run's first answer, ISO 8601: every figure is at least as new. */
  readonly generatedAt: string;
  readonly clientCode: string;
  readonly rows: number;
  /** Products with stock that are not in the feed: archived, deleted meanwhile, or of a kind that keeps no stock. */
  readonly leftOut: number;
  readonly policy: FeedPolicy;
  readonly warehouses: readonly WarehouseMeta[];
  readonly files: readonly { name: string; format: FormatName; bytes: number; sha256: string }[];
}

export interface WarehouseMeta {
  readonly warehouseID: number;
  readonly name: string;
  /** Rows that Erply's stock gave for it: products of which the quantity is not zero. */
  readonly stockRows: number;
}

/** `stock.csv` and `stock.ndjson` of a folder share `stock.meta.json`. */
export function metaPathOf(path: string): string {
  return join(dirname(path), `${basename(path, extname(path))}.meta.json`);
}
