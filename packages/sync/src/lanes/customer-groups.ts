import type { AnswerOf, calls } from '@erply-kit/schemas';

import { askInBulk } from '../ask-in-bulk.ts';
import { defineRecordLane, type ReadRequest, type SyncClient } from '../lane.ts';
import { SyncError } from '../sync-error.ts';
import { assertAllCame } from './records-total.ts';

type CustomerGroup = AnswerOf<typeof calls.getCustomerGroups>;
type FlatCustomerGroup = Omit<CustomerGroup, 'subGroups'> & {
  /** Where the group stands in the tree read from top to bottom, from 1 on. */
  readonly position: number;
};

const name = 'customerGroups';

/**
 * The tree of customer groups, one record a group: `parentID` names the group above it, `position` says where it stood,
 * and `subGroups` is left out. They are few and come in one answer, so all of them are read each time.
 */
export const customerGroups = defineRecordLane({
  name,
  after: [],
  deletions: { from: 'log', table: 'customerGroups' },
  changes: false,
  changedTable: 'customerGroups',
  idOf: (group: FlatCustomerGroup) => group.customerGroupID,
  async *read(client, request) {
    yield ask(client, request);
  },
  count: async (client, request) => (await ask(client, request)).records.length,
});

async function ask(client: SyncClient, { signal }: ReadRequest) {
  const { records, status } = await askInBulk(client, client.getCustomerGroups.request({}), signal);
  assertAllCame(status, name, { came: records.length, what: 'groups at the top' });
  return {
    records: Array.from(flat(records), (group, index) => ({ ...group, position: index + 1 })),
    status,
  };
}

function* flat(groups: readonly CustomerGroup[]): Generator<Omit<CustomerGroup, 'subGroups'>> {
  for (const { subGroups, ...group } of groups) {
    if (!Array.isArray(subGroups))
      throw new SyncError('unreadable', name, 'a group came without subGroups; nothing was written');
    yield group;
    yield* flat(subGroups);
  }
}
