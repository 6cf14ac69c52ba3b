import { createReadStream } from 'node:fs';

import { FeedError } from './feed-error.ts';
import { type ComparedRow, comparedRow, type FeedRow } from './feed-row.ts';
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
  note(row: FeedRow): void;
  /** Items that were available and are not, or that have no row any more, going by the rows noted so far. */
  fallen(): number;
  /** Items by warehouse, group or store (0 in a feed that sums all): how many were available, and how many of these are not any more. */
  places(): { readonly place: number | string; readonly available: number; readonly fallen: number }[];
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
  const seen = createPreviousFeed(options.path, options.format.compared);
  try {
    await readRows(options, existing.size, seen.add);
  } catch (error) {
    throw notReadable(error, options.path);
  }
  return seen.end();
}

/**
 * Takes the rows of a feed that was there before, to compare new ones with.
 *
 * @param compared what the feed before has of a row
 */
export function createPreviousFeed(
  path: string,
  compared: (row: FeedRow) => ComparedRow = comparedRow,
): { add(row: ComparedRow): void; end(): PreviousFeed } {
  const items = new ItemSet();
  let rows = 0;
  return {
    add(row) {
      rows++;
      if (row.available > 0) items.add(row.place, row.product);
    },
    end: () => comparedWith(items, { path, rows, compared }),
  };
}

interface Before extends Pick<PreviousFeed, 'path' | 'rows'> {
  compared(row: FeedRow): ComparedRow;
}

function comparedWith(items: ItemSet, { path, rows, compared }: Before): PreviousFeed {
  const before = items.sizes();
  return {
    path,
    rows,
    available: sum(before.values()),
    note(row) {
      const { product, place, available } = compared(row);
      if (available <= 0) return;
      const where = placeBefore(place, before);
      if (typeof where === 'object') items.deleteEverywhere(product);
      else items.delete(where, product);
    },
    fallen: () => sum(items.sizes().values()),
    places() {
      const now = items.sizes();
      return [...before].map(([place, available]) => ({
        place,
        available,
        fallen: now.get(place) ?? 0,
      }));
    },
  };
}

const everywhere = { is: 'everywhere' } as const;

/** Where a new row's product stood in the feed before, which may have been by other places. */
function placeBefore(
  place: number | string,
  before: ReadonlyMap<number | string, number>,
): number | string | typeof everywhere {
  if (place === 0) return everywhere;
  if (before.has(0)) return 0;
  const kinds = new Set([...before.keys()].map((one) => typeof one));
  return kinds.size > 0 && !kinds.has(typeof place as 'string') ? everywhere : place;
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
