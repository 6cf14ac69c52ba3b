import type { FeedPolicy } from './feed-policy.ts';
import type { FormatName } from './formats/formats.ts';

/** What is to be known about a feed beside its rows; a file next to it, written last. */
export interface FeedManifest {
  /** Of this file's shape. */
  readonly version: 1;
  /** Server time of the run's first answer, ISO 8601: every figure is at least as new. */
  readonly generatedAt: string;
  /** Server time up to which nothing has changed since; `generatedAt`, unless `watch` has asked again. */
  readonly checkedAt: string;
  /** Unix seconds of the server's clock: what has changed from then on may not be in the feed. For `changedSince`. */
  readonly watermark: number;
  readonly clientCode: string;
  readonly rows: number;
  /** Products with stock that are not in the feed: archived, deleted meanwhile, or of a kind that keeps no stock. */
  readonly leftOut: number;
  readonly policy: FeedPolicy;
  readonly warehouses: readonly ManifestWarehouse[];
  /** In a feed by groups: the warehouses that each was made of. */
  readonly groups?: readonly { readonly name: string; readonly warehouseIDs: readonly number[] }[];
  readonly files: readonly ManifestFile[];
}

export interface ManifestWarehouse {
  readonly warehouseID: number;
  readonly name: string;
  /** Rows that Erply's stock gave for it: products of which the quantity is not zero. */
  readonly stockRows: number;
}

export interface ManifestFile {
  readonly name: string;
  readonly format: FormatName;
  /** Rows of the feed that are in it. */
  readonly rows: number;
  /** Rows of the feed that its format cannot hold. */
  readonly leftOut: number;
  readonly bytes: number;
  readonly sha256: string;
}
