import { given } from '../given.ts';
import { defineRecordLane } from '../lane.ts';
import { oneInBulk } from '../one-in-bulk.ts';
import { announcedBy } from './announced.ts';

/** Product cards of every type and status; an archived product is a changed one, not a removed one. */
export const products = defineRecordLane({
  name: 'products',
  after: ['productGroups'],
  logTable: 'products',
  changes: true,
  pageSize: 1000,
  idOf: (product: { productID: number }) => product.productID,
  read: (client, { changedSince, from, signal }) =>
    client.getProducts.pages(given({ changedSince }), {
      inBulk: true,
      unset: 'keep',
      ...given({ from, signal }),
    }),
  async count(client, { changedSince, signal }) {
    const request = client.getProducts.request({ recordsOnPage: 1, ...given({ changedSince }) });
    const { status } = await oneInBulk(client, request, signal);
    return announcedBy(status, 'products');
  },
});
