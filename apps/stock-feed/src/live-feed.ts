import { type FeedPolicy, namedWarehouses } from './feed-policy.ts';
import { comparedRow } from './feed-row.ts';
import { type FeedTally, makeFeedRows } from './feed-rows.ts';
import { placesOf } from './places.ts';
import { createPreviousFeed } from './previous-feed.ts';
import type { PreviousManifest } from './previous-manifest.ts';
import type { Progress } from './progress.ts';
import { refuseDoubtful, type SafetyOptions } from './safety.ts';
import { chooseWarehouses } from './source/choose-warehouses.ts';
import type { FollowedSource } from './source/followed-source.ts';
import { compareStock } from './source/new-stock.ts';
import type { Warehouse } from './source/stock-source.ts';
import type { FeedSnapshot } from './store/feed-snapshot.ts';
import { createFeedStore, createRows, type FeedStore } from './store/feed-store.ts';

/** A feed that follows the shop in memory: `serve` and `push` read its store. */
export interface LiveFeed {
  readonly store: FeedStore;
  /**
   * Asks Erply what has changed, all of it the first time, and brings the store up to date. Gives back whether anything
   * differs. Throws when Erply cannot be asked, and `FeedError` when the new state is in doubt: the store keeps what it
   * had, and the next refresh reads everything.
   */
  refresh(): Promise<boolean>;
}

export interface LiveFeedOptions {
  readonly source: FollowedSource;
  readonly policy: FeedPolicy;
  readonly safety: SafetyOptions;
  readonly progress: Progress;
}

/** Makes a feed in memory; it is empty before the first `refresh`. */
export function createLiveFeed(options: LiveFeedOptions): LiveFeed {
  const store = createFeedStore();
  let isInDoubt = false;
  return {
    store,
    async refresh() {
      const { changed, serverTime } = await options.source.refresh({ full: isInDoubt });
      if (!changed) {
        store.check(serverTime);
        return false;
      }
      isInDoubt = true;
      const { rows, state } = await readState(options, store.current());
      const differs = store.accept(rows, state);
      isInDoubt = false;
      return differs;
    },
  };
}

/** Makes the rows of the new state; throws `FeedError` where they take away more than a shop loses. */
async function readState(options: LiveFeedOptions, snapshot: FeedSnapshot | undefined) {
  const { source, policy, progress } = options;
  const { warehouses: all, serverTime } = await source.warehouses();
  const before = manifestOf(snapshot, policy);
  const warehouses = chooseWarehouses(all, policy, snapshot ? namedWarehouses(policy) : []);
  const places = placesOf(warehouses, policy);
  const tally: FeedTally = { stockRows: new Map(), leftOut: 0 };
  const previous = previousOf(snapshot);
  const rows = createRows();
  await makeFeedRows({ source, policy, progress, warehouses, places, tally }, (row) => {
    previous?.note(row);
    rows.add(row);
    return undefined;
  });
  progress.end();
  const stock = await compareStock({ source, warehouses, stockRows: tally.stockRows, before });
  const warehouseIDs = snapshot?.warehouses.map((one) => one.warehouseID);
  const groups =
    policy.groups && places.map(({ of, warehouseIDs: ids }) => ({ name: of.group ?? '', warehouseIDs: ids }));
  const replaced = previous ? [{ feed: previous, warehouseIDs, groups }] : [];
  refuseDoubtful({ rows: rows.size, warehouses: stock, places }, replaced, options.safety);
  return { rows, state: { serverTime, warehouses: namedRows(warehouses, tally) } };
}

function namedRows(warehouses: readonly Warehouse[], { stockRows }: FeedTally): FeedSnapshot['warehouses'] {
  return warehouses.map(({ warehouseID, name }) => ({
    warehouseID,
    name,
    stockRows: stockRows.get(warehouseID) ?? 0,
  }));
}

/** What the safety checks know of the state before. */
function manifestOf(snapshot: FeedSnapshot | undefined, policy: FeedPolicy): PreviousManifest[] {
  if (!snapshot) return [];
  const { generatedAt, warehouses } = snapshot;
  return [
    { path: 'memory', text: '', manifest: { generatedAt, clientCode: '', warehouses, policy, files: [] } },
  ];
}

function previousOf(snapshot: FeedSnapshot | undefined) {
  if (!snapshot) return undefined;
  const previous = createPreviousFeed('the feed in memory');
  for (const row of snapshot.rows()) previous.add(comparedRow(row));
  return previous.end();
}
