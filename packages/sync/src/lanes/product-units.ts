import { askInBulk } from '../ask-in-bulk.ts';
import { defineRecordLane, type ReadRequest, type SyncClient } from '../lane.ts';
import { assertAllCame } from './records-total.ts';

const name = 'productUnits';
const daySeconds = 86_400;

/** Units that products are counted in. Nothing says what changed or was deleted, so all are read once a day. */
export const productUnits = defineRecordLane({
  name,
  after: [],
  deletions: { from: 'fullRead', everySeconds: daySeconds },
  changes: false,
  idOf: (unit: { unitID: number }) => unit.unitID,
  async *read(client, request) {
    yield ask(client, request);
  },
  count: async (client, request) => (await ask(client, request)).records.length,
});

async function ask(client: SyncClient, { signal }: ReadRequest) {
  const answer = await askInBulk(client, client.getProductUnits.request({}), signal);
  assertAllCame(answer.status, name, { came: answer.records.length, what: 'units' });
  return answer;
}
