import { askInBulk } from '../ask-in-bulk.ts';
import { defineRecordLane } from '../lane.ts';
import { omitUndefined } from '../omit-undefined.ts';
import { recordsTotalOf } from './records-total.ts';

const name = 'suppliers';

/** Companies and persons that goods are bought from, and contact persons of companies: personal data. */
export const suppliers = defineRecordLane({
  name,
  after: [],
  deletions: { from: 'log', table: 'suppliers' },
  changes: true,
  changedTable: 'suppliers',
  pageSize: 100,
  numberedPages: true,
  // The call takes one ID.
  idsPerRead: 1,
  idOf: (supplier: { supplierID: number }) => supplier.supplierID,
  // Without `detail`, no record says when it changed.
  read: (client, { changedSince, ids, from, signal }) =>
    client.getSuppliers.pages(
      { mode: 'ALL', responseMode: 'detail', ...omitUndefined({ changedSince, supplierID: ids?.[0] }) },
      { inBulk: true, unset: 'keep', ...omitUndefined({ from, signal }) },
    ),
  async count(client, { changedSince, signal }) {
    const request = client.getSuppliers.request({
      mode: 'ALL',
      recordsOnPage: 1,
      ...omitUndefined({ changedSince }),
    });
    const { status } = await askInBulk(client, request, signal);
    return recordsTotalOf(status, name);
  },
});
