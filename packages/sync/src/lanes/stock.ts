import { given } from '../given.ts';
import type { StockAmount, StockLane } from '../lane.ts';
import { allInBulk, oneInBulk } from '../one-in-bulk.ts';

const daySeconds = 86_400;

/**
 * Amounts in stock and reserved, per product and warehouse.
 *
 * In full as CSV, which Erply can serve for any size and which streams: 1 unit a warehouse. What changed as JSON,
 * all warehouses in one bulk request: 0.1 units each. `changedSince` goes by the amount on hand alone, so a
 * reservation is seen by the next full read, once a day by default.
 */
export const stock: StockLane = {
  kind: 'stock',
  name: 'stock',
  after: ['warehouses', 'products'],
  fullEverySeconds: daySeconds,
  async listWarehouses(client, { signal }) {
    const { records, status } = await oneInBulk(client, client.getWarehouses.request({}), signal);
    return { ids: records.map((warehouse) => warehouse.warehouseID), status };
  },
  async *readAll(client, warehouseID, { signal }) {
    const rows = client.getProductStock.csv({ warehouseID, getAmountReserved: 1 }, given({ signal }));
    for await (const row of rows) yield amountOf(warehouseID, row);
  },
  async readChanges(client, warehouseIDs, { changedSince, signal }) {
    const requests = warehouseIDs.map((warehouseID) =>
      client.getProductStock.request({ warehouseID, getAmountReserved: 1, ...given({ changedSince }) }),
    );
    const answers = await allInBulk(client, requests, signal);
    return warehouseIDs.flatMap((warehouseID, place) =>
      (answers[place]?.records ?? []).map((row) => amountOf(warehouseID, row)),
    );
  },
};

function amountOf(
  warehouseID: number,
  row: { productID: number; amountInStock: number; amountReserved?: number | undefined },
): StockAmount {
  const { productID, amountInStock, amountReserved = 0 } = row;
  return { productID, warehouseID, amountInStock, amountReserved };
}
