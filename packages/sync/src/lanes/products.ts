import { askInBulk } from '../ask-in-bulk.ts';
import { defineRecordLane } from '../lane.ts';
import { omitUndefined } from '../omit-undefined.ts';
import { recordsTotalOf } from './records-total.ts';

/** Product cards of every type and status; an archived product is a changed one, not a removed one. */
export const products = defineRecordLane({
  name: 'products',
  after: ['productGroups', 'brands'],
  deletions: { from: 'log', table: 'products' },
  changes: true,
  changedTable: 'products',
  pageSize: 1000,
  idOf: (product: { productID: number }) => product.productID,
  read: (client, { changedSince, from, signal }) =>
    client.getProducts.pages(omitUndefined({ changedSince }), {
      inBulk: true,
      unset: 'keep',
      ...omitUndefined({ from, signal }),
    }),
  async count(client, { changedSince, signal }) {
    const request = client.getProducts.request({ recordsOnPage: 1, ...omitUndefined({ changedSince }) });
    const { status } = await askInBulk(client, request, signal);
    return recordsTotalOf(status, 'products');
  },
});
