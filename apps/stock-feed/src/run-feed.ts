import { UsageError } from '@erply-kit/command-line';
import { defaultMarginSeconds } from '@erply-kit/sync';

import type { FeedManifest } from './feed-manifest.ts';
import { type FeedPolicy, namedWarehouses } from './feed-policy.ts';
import type { FeedColumns } from './feed-row.ts';
import { type FeedTally, makeFeedRows } from './feed-rows.ts';
import { type FeedOutput, openFeedFiles, type WrittenFile } from './files/feed-files.ts';
import type { Wait } from './files/lock-file.ts';
import { writeManifests } from './files/manifest-files.ts';
import { replaceFeed } from './files/replace-feed.ts';
import { formats } from './formats/formats.ts';
import { type Place, placesOf } from './places.ts';
import { readPreviousFeed } from './previous-feed.ts';
import { type PreviousManifest, readPreviousManifests } from './previous-manifest.ts';
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
  /** Leaves the files where they are when the new ones are the same. @default false */
  readonly keepSame?: boolean;
  readonly signal: AbortSignal;
}

/** What a run has written. */
export interface FeedResult extends Omit<FeedManifest, 'files'> {
  readonly files: readonly WrittenFile[];
  /** Whether the files are new; `false` where `keepSame` found the same ones. */
  readonly replaced: boolean;
  /** Items that were available in the feed before and are not now. */
  readonly zeroed: number;
  /** Warehouses of the feed before that this one does not hold: closed, or not chosen. */
  readonly gone: FeedManifest['warehouses'];
}

/** Writes a feed: every file is whole and found plausible before the first one takes its place. */
export async function runFeed(options: RunFeedOptions): Promise<FeedResult> {
  const { policy, progress, now } = options;
  const before = await readManifestsOf(options);
  const replaced = await readReplaced(options, before);
  const columns = columnsOf(policy);
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
  refuseDoubtful({ rows, warehouses: stock, places }, replaced, options.safety);
  const summary = summaryOf(options, { serverTime, rows, warehouses, places, tally });
  const written = await files.finish();
  const replacesFiles = !options.keepSame || differs(written, replaced, before);
  await using manifests = await writeManifests(summary, written, now());
  options.signal.throwIfAborted();
  await replaceFeed({
    before,
    generatedAt: summary.generatedAt,
    wait: options.wait,
    async replace() {
      if (replacesFiles) await files.replace();
      await manifests.replace();
    },
  });
  const zeroed = Math.max(0, ...replaced.map(({ feed }) => feed.fallen()));
  return { ...summary, files: written, replaced: replacesFiles, zeroed, gone: goneFrom(before, warehouses) };
}

/** Reads the manifests before a request is made: another account's feed is a mistake, not a feed to compare with. */
async function readManifestsOf({ outputs, clientCode }: RunFeedOptions): Promise<PreviousManifest[]> {
  const manifests = await readPreviousManifests(outputs);
  const foreign = manifests.find(({ manifest }) => manifest && manifest.clientCode !== clientCode);
  if (!foreign) return manifests;
  throw new UsageError(
    `${foreign.path} belongs to the feed of account ${foreign.manifest?.clientCode}: move that feed away, or give another --out`,
  );
}

async function readReplaced(
  options: RunFeedOptions,
  manifests: readonly PreviousManifest[],
): Promise<ReplacedFeed[]> {
  const found: ReplacedFeed[] = [];
  for (const { path, format, manifest: manifestPath } of options.outputs) {
    const feed = await readPreviousFeed({ path, format: formats[format], signal: options.signal });
    const manifest = manifests.find((one) => one.path === manifestPath)?.manifest;
    if (!feed) continue;
    const warehouseIDs = manifest?.warehouses.map((one) => one.warehouseID);
    found.push({ feed, warehouseIDs, groups: manifest?.groups });
  }
  return found;
}

/** Whether any file is not the one that the manifest before names. */
function differs(
  written: readonly WrittenFile[],
  replaced: readonly ReplacedFeed[],
  before: readonly PreviousManifest[],
): boolean {
  if (replaced.length < written.length) return true;
  const known = new Set(before.flatMap((one) => one.manifest?.files.map((file) => file.sha256) ?? []));
  return written.some((file) => !known.has(file.sha256));
}

function noteAbsent({ policy, progress }: RunFeedOptions, all: readonly Warehouse[]): void {
  for (const id of namedWarehouses(policy)) {
    if (all.some(({ warehouseID }) => warehouseID === id)) continue;
    const advice = policy.groups ? 'take it out of its group' : `leave out --warehouse ${id}`;
    progress.note(`warehouse ${id} is not there any more: ${advice}`);
  }
}

/** The warehouses that a feed was made with by name. */
const namedIn = ({ manifest }: PreviousManifest): readonly number[] =>
  manifest ? namedWarehouses(manifest.policy) : [];

interface Outcome {
  readonly serverTime: number;
  readonly rows: number;
  readonly warehouses: readonly Warehouse[];
  readonly places: readonly Place[];
  readonly tally: FeedTally;
}

function summaryOf({ clientCode, policy }: RunFeedOptions, outcome: Outcome): Omit<FeedManifest, 'files'> {
  return {
    version: 1,
    generatedAt: new Date(outcome.serverTime * 1000).toISOString(),
    checkedAt: new Date(outcome.serverTime * 1000).toISOString(),
    watermark: outcome.serverTime - defaultMarginSeconds,
    clientCode,
    rows: outcome.rows,
    leftOut: outcome.tally.leftOut,
    policy,
    warehouses: outcome.warehouses.map(({ warehouseID, name }) => ({
      warehouseID,
      name,
      stockRows: outcome.tally.stockRows.get(warehouseID) ?? 0,
    })),
    ...(policy.groups && { groups: outcome.places.map(groupOf) }),
  };
}

function groupOf({ of, warehouseIDs }: Place) {
  return { name: of.group ?? '', warehouseIDs };
}

/** The columns that the feed of a policy has. */
export function columnsOf({ sum, groups, identifiers }: FeedPolicy): FeedColumns {
  return { warehouse: !sum && !groups, group: groups !== undefined, identifiers };
}

function goneFrom(
  before: readonly PreviousManifest[],
  now: readonly Warehouse[],
): FeedManifest['warehouses'] {
  const left = new Map(
    before.flatMap(({ manifest }) => manifest?.warehouses ?? []).map((one) => [one.warehouseID, one]),
  );
  for (const { warehouseID } of now) left.delete(warehouseID);
  return [...left.values()];
}
