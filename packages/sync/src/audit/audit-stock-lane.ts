import { KeySet } from '../compare/key-set.ts';
import { incomingAmount, type StockAmount, type StockLane } from '../lane.ts';
import { omitUndefined } from '../omit-undefined.ts';
import { chunksOf } from '../read-by-ids.ts';
import type { RowKey } from '../readable-sink.ts';
import { SyncError } from '../sync-error.ts';
import { type AuditFindings, type AuditJob, lagStart } from './audit-job.ts';
import type { Sample } from './audit-options.ts';
import { readDeletedIDs } from './read-changed-ids.ts';
import { sampleKeys } from './sample-keys.ts';

const rowsAtOnce = 5000;
export const productsPerRead = 1000;

/** Products without an amount in a file that are asked for again; more of them are not believed at all. */
const mostToAskAgain = 10_000;

/** Compares amounts with the account, in the warehouses that it and the copy both have: all, or a sample. */
export async function auditStockLane<TRow extends RowKey>(
  lane: StockLane,
  job: AuditJob<TRow>,
): Promise<AuditFindings> {
  const { settings, inspection, at } = job;
  const { client, signal } = settings;
  const listed = await lane.listWarehouses(client, omitUndefined({ signal }));
  settings.clocks.observe(listed.status);
  const held = at.warehouses ?? [];
  // What another warehouse has comes with the next run, which reads everything then.
  const warehouses = listed.ids.filter((id) => held.includes(id));
  const looked = settings.sample
    ? await lookAtSome(lane, job, { ...settings.sample, warehouses })
    : await lookAtAll(lane, job, warehouses);
  const since = lagStart(lane.name, job);
  const moved = await readMoved(lane, job, { warehouses, since });
  const gone = await readDeletedIDs(lane, settings, since);
  const lag = inspection.takeLag((key) => moved.has(key) || gone.has(key.id));
  return { ...looked, lag, changed: moved.size + gone.size };
}

type Looked = Pick<AuditFindings, 'drawn'>;

/** Compares the files of all warehouses. */
async function lookAtAll<TRow extends RowKey>(
  lane: StockLane,
  job: AuditJob<TRow>,
  warehouses: readonly number[],
): Promise<Looked> {
  const { inspection } = job;
  for (const warehouseID of warehouses) await lookAtWarehouse(lane, job, warehouseID);
  await inspection.noteExtra(({ warehouseID }) => warehouses.includes(warehouseID ?? 0));
  const extra = [...inspection.differences.keysOf('extra')];
  const products = [...new Set(extra.map(({ id }) => id))];
  if (products.length > mostToAskAgain)
    throw new SyncError(
      'empty',
      lane.name,
      `${products.length} products of the copy have no amount in the files of their warehouses, which is not believed`,
    );
  await compareProducts(lane, job, { products, warehouses });
  return {};
}

async function lookAtWarehouse<TRow extends RowKey>(
  lane: StockLane,
  { settings, inspection, copied }: AuditJob<TRow>,
  warehouseID: number,
): Promise<void> {
  const { client, signal, onProgress } = settings;
  let chunk: StockAmount[] = [];
  const compare = async () => {
    await inspection.compare(chunk.map(incomingAmount));
    chunk = [];
    onProgress({ lane: lane.name, records: inspection.looked, total: copied });
    signal?.throwIfAborted();
  };
  for await (const amount of lane.readAll(client, warehouseID, omitUndefined({ signal }))) {
    chunk.push(amount);
    if (chunk.length === rowsAtOnce) await compare();
  }
  await compare();
}

interface SomeAmounts {
  readonly products: readonly number[];
  readonly warehouses: readonly number[];
}

/** Asks for the amounts of some products and compares them. */
async function compareProducts<TRow extends RowKey>(
  lane: StockLane,
  { settings, inspection }: AuditJob<TRow>,
  { products, warehouses }: SomeAmounts,
): Promise<void> {
  const { client, signal } = settings;
  if (warehouses.length === 0) return;
  for (const ids of chunksOf(products, productsPerRead)) {
    const { amounts, statuses } = await lane.readProducts(client, warehouses, {
      ids,
      ...omitUndefined({ signal }),
    });
    for (const status of statuses) settings.clocks.observe(status);
    await inspection.compare(amounts.map(incomingAmount));
    for (const amount of amounts) if (isNothing(amount)) inspection.acceptMissing(keyOfAmount(amount));
    settings.onProgress({ lane: lane.name, records: inspection.looked, total: products.length });
    signal?.throwIfAborted();
  }
}

/** What has nothing in stock and nothing reserved is in no file, so the copy need not know it. */
const isNothing = ({ amountInStock, amountReserved }: StockAmount) =>
  amountInStock === 0 && amountReserved === 0;

const keyOfAmount = ({ productID: id, warehouseID }: StockAmount): RowKey => ({ id, warehouseID });

/** Compares random amounts of the copy. */
async function lookAtSome<TRow extends RowKey>(
  lane: StockLane,
  job: AuditJob<TRow>,
  { warehouses, ...sample }: Sample & { readonly warehouses: readonly number[] },
): Promise<Looked> {
  const { sink } = job.settings;
  const keys = (await sampleKeys(sink, lane.name, sample)).filter(({ warehouseID }) =>
    warehouses.includes(warehouseID ?? 0),
  );
  const products = [...new Set(keys.map(({ id }) => id))];
  await compareProducts(lane, job, { products, warehouses });
  job.inspection.noteExtraOf(keys);
  return { drawn: keys.length };
}

/** Amounts that moved since then. */
async function readMoved<TRow extends RowKey>(
  lane: StockLane,
  { settings }: AuditJob<TRow>,
  { warehouses, since }: { readonly warehouses: readonly number[]; readonly since: number },
): Promise<KeySet> {
  const moved = new KeySet();
  if (warehouses.length === 0) return moved;
  const { client, clocks, signal } = settings;
  const request = { changedSince: since, ...omitUndefined({ signal }) };
  const { amounts, statuses } = await lane.readChanges(client, warehouses, request);
  for (const status of statuses) clocks.observe(status);
  for (const { productID: id, warehouseID } of amounts)
    if (Number.isSafeInteger(id)) moved.add({ id, warehouseID });
  return moved;
}
