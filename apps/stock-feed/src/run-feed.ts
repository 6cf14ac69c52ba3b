import { UsageError } from '@erply-kit/command-line';

import { type FeedMeta, metaPathOf } from './feed-meta.ts';
import { type FeedPolicy, namedWarehouses } from './feed-policy.ts';
import { type FeedTally, makeFeedRows } from './feed-rows.ts';
import { type FeedOutput, openFeedFiles, type WrittenFile } from './files/feed-files.ts';
import type { Wait } from './files/lock-file.ts';
import { writeMetaFiles } from './files/meta-files.ts';
import { replaceFeed } from './files/replace-feed.ts';
import { formats } from './formats/formats.ts';
import { placesOf } from './places.ts';
import { readPreviousFeed } from './previous-feed.ts';
import { type PreviousMeta, readPreviousMetas } from './previous-meta.ts';
import type { Progress } from './progress.ts';
import { type ReplacedFeed, refuseDoubtful, type SafetyOptions } from './safety.ts';
import { chooseWarehouses } from './source/choose-warehouses.ts';
import { compareStock } from './source/new-stock.ts';
import type { StockSource, Warehouse } from './source/stock-source.ts';

export interface RunFeedOptions {
  readonly source: StockSource;
  readonly clientCode: string;
  readonly outputs: readonly FeedOutput[];
  readonly policy: FeedPolicy;
  readonly safety: SafetyOptions;
  readonly progress: Progress;
  /** The time of this machine in milliseconds; only the age of forgotten files depends on it. */
  readonly now: () => number;
  readonly wait: Wait;
  readonly signal: AbortSignal;
}

/** What a run has written. */
export interface FeedResult extends Omit<FeedMeta, 'files'> {
  readonly files: readonly WrittenFile[];
  /** Items that were available in the feed before and are not now. */
  readonly zeroed: number;
  /** Warehouses of the feed before that this one does not hold: closed, or not chosen. */
  readonly gone: FeedMeta['warehouses'];
}

/** Writes a feed: every file is whole and found plausible before the first one takes its place. */
export async function runFeed(options: RunFeedOptions): Promise<FeedResult> {
  const { policy, progress, now } = options;
  const before = await readMetasOf(options);
  const replaced = await readReplaced(options, before);
  const columns = { warehouse: !policy.sum, identifiers: policy.identifiers };
  await using files = await openFeedFiles(options.outputs, columns, now());
  progress.step('warehouses');
  const { warehouses: all, serverTime } = await options.source.warehouses();
  const warehouses = chooseWarehouses(all, policy, before.flatMap(namedIn));
  noteAbsent(options, all);
  const places = placesOf(warehouses, policy);
  const tally: FeedTally = { stockRows: new Map(), leftOut: 0 };
  let rows = 0;
  await makeFeedRows({ ...options, warehouses, places, tally }, (row) => {
    rows++;
    for (const { feed } of replaced) feed.note(row);
    return files.write(row);
  });
  progress.end();
  const stock = await compareStock({
    source: options.source,
    warehouses,
    stockRows: tally.stockRows,
    before,
  });
  refuseDoubtful({ rows, warehouses: stock }, replaced, options.safety);
  const summary = summaryOf(options, { serverTime, rows, warehouses, tally });
  const written = await files.finish();
  await using metas = await writeMetaFiles(summary, written, now());
  options.signal.throwIfAborted();
  await replaceFeed({
    before,
    generatedAt: summary.generatedAt,
    wait: options.wait,
    async replace() {
      await files.replace();
      await metas.replace();
    },
  });
  const zeroed = Math.max(0, ...replaced.map(({ feed }) => feed.fallen()));
  return { ...summary, files: written, zeroed, gone: goneFrom(before, warehouses) };
}

/** Reads the meta files before a request is made: another account's feed is a mistake, not a feed to compare with. */
async function readMetasOf({ outputs, clientCode }: RunFeedOptions): Promise<PreviousMeta[]> {
  const metas = await readPreviousMetas(outputs);
  const foreign = metas.find(({ meta }) => meta && meta.clientCode !== clientCode);
  if (!foreign) return metas;
  throw new UsageError(
    `${foreign.path} belongs to the feed of account ${foreign.meta?.clientCode}: move that feed away, or give another --out`,
  );
}

async function readReplaced(
  options: RunFeedOptions,
  metas: readonly PreviousMeta[],
): Promise<ReplacedFeed[]> {
  const found: ReplacedFeed[] = [];
  for (const { path, format } of options.outputs) {
    const feed = await readPreviousFeed({ path, format: formats[format], signal: options.signal });
    const meta = metas.find((one) => one.path === metaPathOf(path))?.meta;
    if (feed) found.push({ feed, warehouseIDs: meta?.warehouses.map((one) => one.warehouseID) });
  }
  return found;
}

function noteAbsent({ policy, progress }: RunFeedOptions, all: readonly Warehouse[]): void {
  for (const id of namedWarehouses(policy)) {
    if (all.some(({ warehouseID }) => warehouseID === id)) continue;
    const advice = policy.groups ? 'take it out of its group' : `leave out --warehouse ${id}`;
    progress.note(`warehouse ${id} is not there any more: ${advice}`);
  }
}

/** The warehouses that a feed was made with by name. */
const namedIn = ({ meta }: PreviousMeta): readonly number[] => (meta ? namedWarehouses(meta.policy) : []);

interface Outcome {
  readonly serverTime: number;
  readonly rows: number;
  readonly warehouses: readonly Warehouse[];
  readonly tally: FeedTally;
}

function summaryOf({ clientCode, policy }: RunFeedOptions, outcome: Outcome): Omit<FeedMeta, 'files'> {
  return {
    generatedAt: new Date(outcome.serverTime * 1000).toISOString(),
    clientCode,
    rows: outcome.rows,
    leftOut: outcome.tally.leftOut,
    policy,
    warehouses: outcome.warehouses.map(({ warehouseID, name }) => ({
      warehouseID,
      name,
      stockRows: outcome.tally.stockRows.get(warehouseID) ?? 0,
    })),
  };
}

function goneFrom(before: readonly PreviousMeta[], now: readonly Warehouse[]): FeedMeta['warehouses'] {
  const left = new Map(
    before.flatMap(({ meta }) => meta?.warehouses ?? []).map((one) => [one.warehouseID, one]),
  );
  for (const { warehouseID } of now) left.delete(warehouseID);
  return [...left.values()];
}
