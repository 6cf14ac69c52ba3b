import type { FeedPolicy } from '../feed-policy.ts';
import type { FeedRow } from '../feed-row.ts';
import type { FeedEncoder, FeedFormat } from '../formats/feed-format.ts';
import { type FormatName, formatNames, formats } from '../formats/formats.ts';
import { columnsOf } from '../run-feed.ts';
import type { FeedSnapshot } from '../store/feed-snapshot.ts';
import type { FeedStore } from '../store/feed-store.ts';
import { type Body, createBodyCache } from './body-cache.ts';
import { encodeRows } from './encode-rows.ts';
import { createIssuedSequences } from './issued-sequences.ts';
import { type FeedQuery, QueryError, quoted } from './read-query.ts';

/** States that a reader may still ask from. */
const mostSequences = 10_000;

/** A body, and the state that it is of. */
export interface ServedBody {
  readonly snapshot: FeedSnapshot;
  readonly body: Body;
}

/** What is served: bodies of the current state, whole or in part. */
export interface ServedFeed {
  readonly store: FeedStore;
  readonly policy: FeedPolicy;
  /** The formats that the policy can be told in. */
  readonly formats: readonly FormatName[];
  /** The sequence to answer from, for what a reader calls it. Throws `QueryError` when nobody can say. */
  resolve(from: number): number;
  /** The feed in a format. `undefined` before the first read. Throws `QueryError` for what is not in it. */
  body(format: FormatName, query: FeedQuery): Promise<ServedBody> | undefined;
  [Symbol.dispose](): void;
}

export interface ServedFeedOptions {
  readonly store: FeedStore;
  readonly policy: FeedPolicy;
  /** Of bodies that are kept. */
  readonly cacheBytes: number;
  /** This machine's clock in milliseconds. */
  readonly now: () => number;
}

/** Serves what a store holds. */
export function createServedFeed({ store, policy, cacheBytes, now }: ServedFeedOptions): ServedFeed {
  const cache = createBodyCache(cacheBytes);
  const issued = createIssuedSequences(mostSequences);
  const follow = () => {
    cache.clear();
    const snapshot = store.current();
    if (snapshot) issued.note(snapshot.sequence, now());
  };
  follow();
  const end = store.subscribe(follow);
  const resolve = (from: number) => {
    const sequence = issued.resolve(from);
    if (sequence !== undefined) return sequence;
    throw forgotten();
  };
  return {
    ...{ store, policy, resolve },
    formats: formatNames.filter((name) => (formats[name] as FeedFormat).refusal?.(policy) === undefined),
    body(format, query) {
      const snapshot = store.current();
      if (!snapshot) return undefined;
      const columns = columnsOf(policy);
      const since = query.changedSince === undefined ? undefined : resolve(query.changedSince);
      refusePlaces(query, snapshot, policy);
      const name = JSON.stringify([snapshot.sequence, format, since, query.warehouses, query.groups]);
      const encoder = formats[format].encoder(columns);
      if (since !== undefined) refuseChanges(format);
      const make = () =>
        encodeRows(
          since === undefined ? encoder : withWatermark(encoder, format, snapshot),
          rowsIn(query, rows),
        );
      // Before anything is waited for: the store may go on meanwhile.
      const rows = since === undefined ? snapshot.rows() : changedRows(store, since);
      return cache.get(name, make).then((body) => ({ snapshot, body }));
    },
    [Symbol.dispose]: end,
  };
}

function forgotten(): QueryError {
  return new QueryError(
    410,
    'nobody can say what has changed since then: read the feed whole, and go on from its watermark',
  );
}

/** By codes alone nobody can say what has left the feed: such a row would be missed. */
function refuseChanges(format: FormatName): void {
  const { compared, fileName }: FeedFormat = formats[format];
  if (compared)
    throw new QueryError(
      400,
      `${fileName} cannot say what has left the feed: leave out changedSince, or take stock.csv`,
    );
}

/** In JSON the watermark stands beside the rows that changed. */
function withWatermark(encoder: FeedEncoder, format: FormatName, { sequence }: FeedSnapshot): FeedEncoder {
  if (format !== 'json') return encoder;
  const row = (one: FeedRow) => encoder.row(one);
  return {
    start: `{"watermark":${sequence},"rows":${encoder.start}`,
    row,
    end: `${encoder.end.trimEnd()}}\n`,
  };
}

function refusePlaces({ warehouses, groups }: FeedQuery, snapshot: FeedSnapshot, policy: FeedPolicy): void {
  if (warehouses.length > 0 && (policy.sum || policy.groups))
    throw new QueryError(400, 'this feed has sums over warehouses: leave out the parameter warehouse');
  const unknown = warehouses.find((id) => !snapshot.warehouses.some((one) => one.warehouseID === id));
  if (unknown !== undefined) throw new QueryError(404, `there is no warehouse ${unknown} in this feed`);
  const group = groups.find((name) => !policy.groups?.some((one) => one.name === name));
  if (group !== undefined) throw new QueryError(404, `there is no group ${quoted(group)} in this feed`);
}

/** What has left the feed cannot be sold any more. */
function changedRows(store: FeedStore, since: number): FeedRow[] {
  const changes = store.changesSince(since);
  if (!changes) throw forgotten();
  return [...changes.changed, ...changes.removed.map((key) => ({ ...key, available: 0 }))];
}

function* rowsIn({ warehouses, groups }: FeedQuery, rows: Iterable<FeedRow>): Generator<FeedRow> {
  for (const row of rows) {
    if (warehouses.length > 0 && !warehouses.includes(row.warehouseID ?? 0)) continue;
    if (groups.length === 0 || groups.includes(row.group ?? '')) yield row;
  }
}
