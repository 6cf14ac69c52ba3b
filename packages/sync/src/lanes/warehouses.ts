import { askInBulk } from '../ask-in-bulk.ts';
import { defineRecordLane, type ReadRequest, type SyncClient } from '../lane.ts';
import { assertAllCame } from './records-total.ts';

const name = 'warehouses';

/** Stores and other locations that hold stock. The call has no `changedSince`, so the list is read whole each time. */
export const warehouses = defineRecordLane({
  name,
  after: [],
  deletions: { from: 'log', table: 'warehouses' },
  changes: false,
  changedTable: 'warehouses',
  idOf: (warehouse: { warehouseID: number }) => warehouse.warehouseID,
  async *read(client, request) {
    yield readWarehouses(name, client, request);
  },
  count: async (client, request) => (await readWarehouses(name, client, request)).records.length,
});

/** Every warehouse of the account, for the lane that asks. */
export async function readWarehouses(lane: string, client: SyncClient, { signal }: ReadRequest) {
  const answer = await askInBulk(client, client.getWarehouses.request({}), signal);
  assertAllCame(answer.status, lane, { came: answer.records.length, what: 'warehouses' });
  return answer;
}
