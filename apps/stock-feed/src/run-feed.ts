import { basename } from 'node:path';

import { type AtomicFile, openAtomicFile } from './atomic-file.ts';
import { chooseWarehouses } from './choose-warehouses.ts';
import { type FeedOutput, openFeedFiles, type WrittenFile } from './feed-files.ts';
import { type FeedMeta, metaPathOf, readStockRowsBefore } from './feed-meta.ts';
import type { FeedPolicy } from './feed-policy.ts';
import { type FeedTally, makeFeedRows } from './feed-rows.ts';
import { formats } from './formats/formats.ts';
import { type PreviousFeed, readPreviousFeed } from './previous-feed.ts';
import type { Progress } from './progress.ts';
import { refuseDoubtful, type SafetyOptions } from './safety.ts';
import type { StockSource, Warehouse } from './stock-source.ts';

export interface RunFeedOptions {
  readonly source: StockSource;
  readonly clientCode: string;
  readonly outputs: readonly FeedOutput[];
  readonly policy: FeedPolicy;
  readonly safety: SafetyOptions;
  readonly progress: Progress;
  /** The time of this machine in milliseconds; only the age of forgotten files hangs on it. */
  readonly now: () => number;
  readonly signal: AbortSignal;
}

/** What a run has written. */
export interface FeedResult extends Omit<FeedMeta, 'files'> {
  readonly files: readonly WrittenFile[];
  /** Items that were available in the feed before and are not now. */
  readonly zeroed: number;
}

/** Writes a feed: every file is whole and found plausible before the first one takes its place. */
export async function runFeed(options: RunFeedOptions): Promise<FeedResult> {
  const { clientCode, policy, progress } = options;
  const previous = await readPrevious(options);
  const columns = { warehouse: !policy.sum, identifiers: policy.identifiers };
  await using files = await openFeedFiles(options.outputs, columns, options.now());
  progress.step('warehouses');
  const { warehouses: all, serverTime } = await options.source.warehouses();
  const warehouses = chooseWarehouses(all, policy);
  const tally: FeedTally = { stockRows: new Map(), leftOut: 0 };
  let rows = 0;
  await makeFeedRows({ ...options, warehouses, tally }, (row) => {
    rows++;
    for (const feed of previous) feed.note(row);
    return files.write(row);
  });
  progress.end();
  await refuseWhenDoubtful(options, { rows, warehouses, tally, previous });
  const summary = {
    generatedAt: new Date(serverTime * 1000).toISOString(),
    clientCode,
    rows,
    leftOut: tally.leftOut,
    policy,
    warehouses: warehouses.map(({ warehouseID, name }) => ({
      warehouseID,
      name,
      stockRows: tally.stockRows.get(warehouseID) ?? 0,
    })),
  };
  const written = await files.finish();
  await using metas = await openMetas(summary, written, options.now());
  options.signal.throwIfAborted();
  await files.replace();
  await metas.replace();
  return { ...summary, files: written, zeroed: Math.max(0, ...previous.map((feed) => feed.fallen())) };
}

async function readPrevious(options: RunFeedOptions): Promise<PreviousFeed[]> {
  const found: PreviousFeed[] = [];
  for (const { path, format } of options.outputs) {
    const feed = await readPreviousFeed({
      path,
      format: formats[format],
      perWarehouse: !options.policy.sum,
      signal: options.signal,
    });
    if (feed) found.push(feed);
  }
  return found;
}

interface Outcome {
  readonly rows: number;
  readonly warehouses: readonly Warehouse[];
  readonly tally: FeedTally;
  readonly previous: readonly PreviousFeed[];
}

async function refuseWhenDoubtful(options: RunFeedOptions, outcome: Outcome): Promise<void> {
  const before = await readStockRowsBefore(metaPathsOf(options.outputs));
  const warehouses = outcome.warehouses.map(({ warehouseID, name }) => ({
    name,
    stockRows: outcome.tally.stockRows.get(warehouseID) ?? 0,
    stockRowsBefore: before.get(warehouseID) ?? 0,
  }));
  refuseDoubtful({ rows: outcome.rows, warehouses }, outcome.previous, options.safety);
}

/** One file beside the feed's for each name: it comes last, so that its checksums tell whether a set belongs together. */
async function openMetas(summary: Omit<FeedMeta, 'files'>, written: readonly WrittenFile[], now: number) {
  await using opening = new AsyncDisposableStack();
  const metas: AtomicFile[] = [];
  for (const path of metaPathsOf(written)) {
    const files = written
      .filter((file) => metaPathOf(file.path) === path)
      .map(({ path: full, ...file }) => ({ name: basename(full), ...file }));
    const meta = opening.use(await openAtomicFile(path, now));
    await meta.write(`${JSON.stringify({ ...summary, files } satisfies FeedMeta, null, 2)}\n`);
    await meta.finish();
    metas.push(meta);
  }
  const stack = opening.move();
  return {
    async replace() {
      for (const meta of metas) await meta.replace();
    },
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  };
}

function metaPathsOf(outputs: readonly FeedOutput[]): Set<string> {
  return new Set(outputs.map((output) => metaPathOf(output.path)));
}
