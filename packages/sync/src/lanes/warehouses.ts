import { defineRecordLane, type ReadRequest, type SyncClient } from '../lane.ts';
import { oneInBulk } from '../one-in-bulk.ts';

const ask = (client: SyncClient, { signal }: ReadRequest) =>
  oneInBulk(client, client.getWarehouses.request({}), signal);

/** Stores and other places that hold stock. The call has no `changedSince`, so the list is read whole each time. */
export const warehouses = defineRecordLane({
  name: 'warehouses',
  after: [],
  logTable: 'warehouses',
  changes: false,
  idOf: (warehouse: { warehouseID: number }) => warehouse.warehouseID,
  async *read(client, request) {
    yield ask(client, request);
  },
  count: async (client, request) => (await ask(client, request)).records.length,
});
