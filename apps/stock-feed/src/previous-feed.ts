import { createReadStream } from 'node:fs';

import { FeedError } from './feed-error.ts';
import type { PlacedQuantity } from './feed-row.ts';
import { fileFailure } from './file-failure.ts';
import type { FeedFormat } from './formats/feed-format.ts';
import { lines } from './formats/lines.ts';
import { ItemSet } from './item-set.ts';

/** What the file that is about to be replaced says, and how much of it the new rows take away. */
export interface PreviousFeed {
  readonly path: string;
  readonly rows: number;
  /** Items of which some were available. */
  readonly available: number;
  /** Tells of a new row. */
  note(row: PlacedQuantity): void;
  /** Items that were available and are not, or that have no row any more, going by the rows noted so far. */
  fallen(): number;
}

export interface PreviousFeedOptions {
  readonly path: string;
  readonly format: FeedFormat;
  /** Whether the new feed has a row for each warehouse. */
  readonly perWarehouse: boolean;
  readonly signal?: AbortSignal;
}

/** Reads the file of an earlier run; `undefined` when there is none. A file that is no feed is never replaced. */
export async function readPreviousFeed(options: PreviousFeedOptions): Promise<PreviousFeed | undefined> {
  const items = new ItemSet();
  let rows = 0;
  let perWarehouse = options.perWarehouse;
  try {
    await readRows(options, (row) => {
      rows++;
      // Where only one of the two feeds tells warehouses apart, products are compared as a whole.
      if (row.warehouseID === undefined) perWarehouse = false;
      if (row.available > 0) items.add(placeOf(row, perWarehouse), row.productID);
    });
  } catch (error) {
    return noPreviousFeed(error, options.path);
  }
  return {
    path: options.path,
    rows,
    available: items.size,
    note: (row) => {
      if (row.available > 0) items.delete(placeOf(row, perWarehouse), row.productID);
    },
    fallen: () => items.size,
  };
}

async function readRows(options: PreviousFeedOptions, use: (row: PlacedQuantity) => void): Promise<void> {
  const reader = options.format.reader();
  const text = createReadStream(options.path, { encoding: 'utf8', signal: options.signal });
  for await (const batch of lines(text)) {
    for (const line of batch) {
      const row = reader.read(line);
      if (row) use(row);
    }
  }
  reader.end();
}

function placeOf(row: PlacedQuantity, perWarehouse: boolean): number {
  return perWarehouse ? (row.warehouseID ?? 0) : 0;
}

function noPreviousFeed(error: unknown, path: string): undefined {
  if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
  if (!(error instanceof SyntaxError)) throw fileFailure(error, `read ${path}`);
  throw new FeedError(
    `${path} is no feed of this program (${error.message}): move it away, or give another --out`,
  );
}
