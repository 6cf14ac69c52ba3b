import { askAllInBulk } from '../ask-in-bulk.ts';
import type { ReadRequest, StockAmount, StockLane, SyncClient } from '../lane.ts';
import { omitUndefined } from '../omit-undefined.ts';
import { SyncError } from '../sync-error.ts';
import { assertEmptyIsMeant } from './records-total.ts';
import { readWarehouses } from './warehouses.ts';

const daySeconds = 86_400;
const name = 'stock';
/** Every product that has ever moved has done so since then. */
const sinceEver = 1;

/**
 * Amounts in stock and reserved, per product and warehouse.
 *
 * In full as CSV, which Erply can serve for any size and which streams: 1 unit a warehouse. What changed as JSON,
 * all warehouses in one bulk request: 0.1 units each. `changedSince` goes by the amount on hand alone, so a
 * reservation is seen by the next full read, once a day by default.
 */
export const stock: StockLane = {
  kind: 'stock',
  name,
  after: ['warehouses', 'products'],
  deletions: { from: 'log', table: 'products' },
  fullEverySeconds: daySeconds,
  async listWarehouses(client, request) {
    const { records, status } = await readWarehouses(name, client, request);
    return { ids: records.map((warehouse) => warehouse.warehouseID), status };
  },
  async *readAll(client, warehouseID, { signal }) {
    const input = { warehouseID, getAmountReserved: 1 } as const;
    for await (const row of client.getProductStock.csv(input, {
      unset: 'keep',
      ...omitUndefined({ signal }),
    })) {
      // A row has all columns of its file.
      if (row.amountReserved === undefined) throw noReservations(warehouseID);
      yield amountOf(warehouseID, row);
    }
  },
  readChanges: readSome,
  // Without `changedSince`, a product of which none is there is left out, also where some of it is reserved.
  readProducts: (client, warehouseIDs, request) =>
    readSome(client, warehouseIDs, { changedSince: sinceEver, ...request }),
};

/** Amounts of some products as JSON, all warehouses in one bulk request. */
async function readSome(
  client: SyncClient,
  warehouseIDs: readonly number[],
  { changedSince, ids: productIDs, signal }: ReadRequest,
) {
  const requests = warehouseIDs.map((warehouseID) =>
    client.getProductStock.request({
      warehouseID,
      getAmountReserved: 1,
      ...omitUndefined({ changedSince, productIDs }),
    }),
  );
  const answers = await askAllInBulk(client, requests, signal);
  for (const { records, status } of answers) assertEmptyIsMeant(status, name, records.length);
  const amounts = warehouseIDs.flatMap((warehouseID, index) =>
    (answers[index]?.records ?? []).map((row) => amountOf(warehouseID, row)),
  );
  return { amounts, statuses: answers.map(({ status }) => status) };
}

/** An amount as it came: one that is missing is not 0. */
function amountOf(
  warehouseID: number,
  row: { productID: number; amountInStock: number; amountReserved?: number | undefined },
): StockAmount {
  const { productID, amountInStock, amountReserved } = row;
  return { productID, warehouseID, amountInStock, amountReserved };
}

function noReservations(warehouseID: number): SyncError {
  return new SyncError(
    'unreadable',
    name,
    `the file of warehouse ${warehouseID} has no column amountReserved; no amount was changed`,
  );
}
