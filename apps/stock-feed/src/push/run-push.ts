import { type FeedPolicy, namedWarehouses } from '../feed-policy.ts';
import { comparedRow } from '../feed-row.ts';
import { type FeedTally, makeFeedRows } from '../feed-rows.ts';
import { type Place, placesOf } from '../places.ts';
import { createPreviousFeed } from '../previous-feed.ts';
import type { PreviousManifest } from '../previous-manifest.ts';
import type { Progress } from '../progress.ts';
import { refuseDoubtful, type SafetyOptions } from '../safety.ts';
import { chooseWarehouses } from '../source/choose-warehouses.ts';
import { compareStock } from '../source/new-stock.ts';
import type { StockSource } from '../source/stock-source.ts';
import { type DeliveryOptions, deliverBatch } from './deliver-batch.ts';
import type { Outbox, ReadingMeta } from './outbox.ts';
import { PushError } from './push-error.ts';
import type { Batch } from './send-batch.ts';

export interface RunPushOptions {
  readonly source: StockSource;
  readonly clientCode: string;
  readonly outbox: Outbox;
  readonly policy: FeedPolicy;
  readonly safety: SafetyOptions;
  /** Sends every item, and lets the receiver take what it then still holds of older pushes for gone. */
  readonly full: boolean;
  readonly batchSize: number;
  readonly delivery: DeliveryOptions;
  readonly progress: Progress;
  /** This machine's clock in milliseconds. */
  readonly now: () => number;
  readonly signal: AbortSignal;
}

/** What a push has done. */
export interface PushResult {
  /** Server time of the reading's first answer, ISO 8601. */
  readonly generatedAt: string;
  /** Items in the feed. */
  readonly rows: number;
  /** Items that were delivered. */
  readonly sent: number;
  readonly batches: number;
  /** Items that were available at the receiver and are not any more. */
  readonly zeroed: number;
}

/**
 * Reads the stock and brings a receiver to it: what differs from what it has acknowledged is sent. A batch that an
 * earlier push has sent without an answer goes first, as it was.
 */
export async function runPush(options: RunPushOptions): Promise<PushResult> {
  const { outbox, progress } = options;
  const unanswered = outbox.underWay();
  if (unanswered) await deliver(unanswered, options);
  const reading = await readStock(options);
  const { pending } = outbox;
  progress.step('delivering');
  let batches = 0;
  for (;;) {
    options.signal.throwIfAborted();
    const batch = outbox.cutBatch(options.batchSize, options.now());
    if (!batch) break;
    await deliver(batch, options);
    batches++;
  }
  progress.end();
  return { ...reading, sent: pending, batches };
}

async function deliver(batch: Batch, { outbox, delivery }: RunPushOptions): Promise<void> {
  try {
    await deliverBatch(batch, delivery);
  } catch (error) {
    // Its body may be why: the next push makes another one.
    if (error instanceof PushError && error.kind !== 'unreachable') outbox.takeBack();
    throw error;
  }
  outbox.acknowledge(batch);
}

/** Takes a reading over into the outbox, when it is whole and plausible. */
async function readStock(options: RunPushOptions): Promise<Omit<PushResult, 'sent' | 'batches'>> {
  const { outbox, policy, progress, source } = options;
  const before = lastReading(outbox);
  progress.step('warehouses');
  const { warehouses: all, serverTime } = await source.warehouses();
  const warehouses = chooseWarehouses(
    all,
    policy,
    before.flatMap(({ manifest }) => (manifest ? namedWarehouses(manifest.policy) : [])),
  );
  const places = placesOf(warehouses, policy);
  const previous = createPreviousFeed(outbox.path);
  for (const row of outbox.acknowledged()) previous.add(comparedRow(row));
  const feed = previous.end();
  const tally: FeedTally = { stockRows: new Map(), leftOut: 0 };
  let rows = 0;
  outbox.beginReading();
  await makeFeedRows({ ...options, warehouses, places, tally }, (row) => {
    rows++;
    feed.note(row);
    outbox.read(row);
    return undefined;
  });
  progress.end();
  const stock = await compareStock({ source, warehouses, stockRows: tally.stockRows, before });
  refuseDoubtful({ rows, warehouses: stock, places }, [{ feed, ...madeOf(outbox.meta) }], options.safety);
  options.signal.throwIfAborted();
  const generatedAt = new Date(serverTime * 1000).toISOString();
  const meta: ReadingMeta = {
    ...{ generatedAt, clientCode: options.clientCode, policy },
    ...(policy.groups && { groups: places.map(groupOf) }),
    warehouses: warehouses.map(({ warehouseID, name }) => ({
      ...{ warehouseID, name, stockRows: tally.stockRows.get(warehouseID) ?? 0 },
    })),
  };
  const zeroed = feed.fallen();
  outbox.takeOver({ meta, full: options.full }, options.now());
  return { generatedAt, rows, zeroed };
}

function lastReading({ meta, path }: Outbox): PreviousManifest[] {
  return meta ? [{ path, text: undefined, manifest: { ...meta, files: [] } }] : [];
}

/** The warehouses and groups that the receiver's quantities are of. */
function madeOf(meta: ReadingMeta | undefined) {
  return { warehouseIDs: meta?.warehouses.map((one) => one.warehouseID), groups: meta?.groups };
}

const groupOf = ({ of, warehouseIDs }: Place) => ({ name: of.group ?? '', warehouseIDs });
