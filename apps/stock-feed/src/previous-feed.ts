import { createReadStream } from 'node:fs';

import { FeedError } from './feed-error.ts';
import type { ComparedRow } from './feed-row.ts';
import { fileFailure } from './files/file-failure.ts';
import { findTarget } from './files/target-file.ts';
import type { FeedFormat } from './formats/feed-format.ts';
import { lines } from './formats/lines.ts';
import { ItemSet } from './item-set.ts';

/** What the file that is about to be replaced says, and how much of it the new rows take away. */
export interface PreviousFeed {
  readonly path: string;
  readonly rows: number;
  /** Items of which some were available. */
  readonly available: number;
  /** Compares a new row with the items. */
  note(row: ComparedRow): void;
  /** Items that were available and are not, or that have no row any more, going by the rows noted so far. */
  fallen(): number;
  /** Items by warehouse (0 in a feed that sums them): how many were available, and how many of these are not any more. */
  warehouses(): { readonly warehouseID: number; readonly available: number; readonly fallen: number }[];
}

export interface PreviousFeedOptions {
  readonly path: string;
  readonly format: FeedFormat;
  readonly signal?: AbortSignal;
}

/** Reads the file of an earlier run; `undefined` when there is none. A file that is not a feed is never replaced. */
export async function readPreviousFeed(options: PreviousFeedOptions): Promise<PreviousFeed | undefined> {
  const { existing } = await findTarget(options.path);
  if (!existing) return undefined;
  const seen = createPreviousFeed(options.path);
  try {
    await readRows(options, existing.size, seen.add);
  } catch (error) {
    throw notReadable(error, options.path);
  }
  return seen.end();
}

/** Takes the rows of a feed that was there before, to compare new ones with. */
export function createPreviousFeed(path: string): { add(row: ComparedRow): void; end(): PreviousFeed } {
  const items = new ItemSet();
  let rows = 0;
  return {
    add(row) {
      rows++;
      if (row.available > 0) items.add(row.warehouseID ?? 0, row.productID);
    },
    end: () => comparedWith(items, { path, rows }),
  };
}

function comparedWith(items: ItemSet, { path, rows }: Pick<PreviousFeed, 'path' | 'rows'>): PreviousFeed {
  const before = items.sizes();
  return {
    path,
    rows,
    available: sum(before.values()),
    note({ available, warehouseID, productID }) {
      if (available <= 0) return;
      if (warehouseID === undefined) items.deleteEverywhere(productID);
      else items.delete(before.has(0) ? 0 : warehouseID, productID);
    },
    fallen: () => sum(items.sizes().values()),
    warehouses() {
      const now = items.sizes();
      return [...before].map(([warehouseID, available]) => ({
        warehouseID,
        available,
        fallen: now.get(warehouseID) ?? 0,
      }));
    },
  };
}

function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}

/** Reads as much as there was at the start: a file that grows for ever has an end too. */
async function readRows(
  options: PreviousFeedOptions,
  bytes: number,
  use: (row: ComparedRow) => void,
): Promise<void> {
  if (bytes === 0) return;
  const reader = options.format.reader();
  const { path, signal } = options;
  const text = createReadStream(path, { encoding: 'utf8', signal, end: bytes - 1 });
  for await (const batch of lines(text)) {
    for (const line of batch) {
      const row = reader.read(line);
      if (row) use(row);
    }
  }
  reader.end();
}

function notReadable(error: unknown, path: string): unknown {
  if (!(error instanceof SyntaxError)) return fileFailure(error, `read ${path}`);
  return new FeedError(
    `${path} is not a feed of this program (${error.message}): move it away, or give another --out`,
  );
}
