import { askInBulk } from '../ask-in-bulk.ts';
import { defineRecordLane } from '../lane.ts';
import { omitUndefined } from '../omit-undefined.ts';
import { readSteadyList } from './read-steady-list.ts';
import { recordsTotalOf } from './records-total.ts';

const name = 'brands';
const daySeconds = 86_400;

/** Brands of products. No log says which were deleted, so they are read in full once a day. */
export const brands = defineRecordLane({
  name,
  after: [],
  deletions: { from: 'fullRead', everySeconds: daySeconds },
  changes: true,
  pageSize: 100,
  idOf: (brand: { brandID: number; added: number }) => brand.brandID,
  async *read(client, { changedSince, signal }) {
    yield readSteadyList({
      lane: name,
      idOf: ({ brandID }) => brandID,
      pages: () =>
        client.getBrands.pages(omitUndefined({ changedSince }), {
          inBulk: true,
          unset: 'keep',
          ...omitUndefined({ signal }),
        }),
    });
  },
  async count(client, { changedSince, signal }) {
    const request = client.getBrands.request({ recordsOnPage: 1, ...omitUndefined({ changedSince }) });
    const { status } = await askInBulk(client, request, signal);
    return recordsTotalOf(status, name);
  },
});
