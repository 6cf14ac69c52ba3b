import type { AnswerOf, calls } from '@erply-kit/schemas';

import { askInBulk } from '../ask-in-bulk.ts';
import { defineRecordLane, type ReadRequest, type SyncClient } from '../lane.ts';
import { omitUndefined } from '../omit-undefined.ts';
import { SyncError } from '../sync-error.ts';
import { assertAllCame } from './records-total.ts';

type ProductGroup = AnswerOf<typeof calls.getProductGroups>;
type FlatProductGroup = Omit<ProductGroup, 'subGroups'>;

const name = 'productGroups';

/** The tree of product groups, one record a group: `parentGroupID` names the group above it, `subGroups` is left out. */
export const productGroups = defineRecordLane({
  name,
  after: [],
  deletions: { from: 'log', table: 'productGroups' },
  changes: true,
  changedTable: 'productGroups',
  idOf: (group: FlatProductGroup) => group.productGroupID,
  async *read(client, request) {
    yield ask(client, request);
  },
  count: async (client, request) => (await ask(client, request)).records.length,
});

async function ask(client: SyncClient, { changedSince, signal }: ReadRequest) {
  const request = client.getProductGroups.request(omitUndefined({ changedSince }));
  const { records, status } = await askInBulk(client, request, signal);
  if (changedSince === undefined)
    assertAllCame(status, name, { came: records.length, what: 'groups at the top' });
  return { records: [...flat(records)], status };
}

function* flat(groups: readonly ProductGroup[]): Generator<FlatProductGroup> {
  for (const { subGroups, ...group } of groups) {
    if (!Array.isArray(subGroups))
      throw new SyncError('unreadable', name, 'a group came without subGroups; nothing was written');
    yield group;
    yield* flat(subGroups);
  }
}
