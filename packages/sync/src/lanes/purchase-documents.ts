import { askInBulk } from '../ask-in-bulk.ts';
import { defineRecordLane } from '../lane.ts';
import { omitUndefined } from '../omit-undefined.ts';
import { recordsTotalOf } from './records-total.ts';

const name = 'purchaseDocuments';

/** Orders to suppliers, their invoices and waybills, and returns, drafts too, with their rows. */
export const purchaseDocuments = defineRecordLane({
  name,
  after: ['warehouses', 'products'],
  deletions: { from: 'log', table: 'purchaseDocuments' },
  changes: true,
  changedTable: 'purchaseDocuments',
  pageSize: 100,
  numberedPages: true,
  idOf: (document: { id: number }) => document.id,
  read: (client, { changedSince, from, signal }) =>
    client.getPurchaseDocuments.pages(
      { getRowsForAllInvoices: 1, ...omitUndefined({ changedSince }) },
      { inBulk: true, unset: 'keep', ...omitUndefined({ from, signal }) },
    ),
  async count(client, { changedSince, signal }) {
    const request = client.getPurchaseDocuments.request({
      recordsOnPage: 1,
      ...omitUndefined({ changedSince }),
    });
    const { status } = await askInBulk(client, request, signal);
    return recordsTotalOf(status, name);
  },
});
