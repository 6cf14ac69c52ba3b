import { askInBulk } from '../ask-in-bulk.ts';
import { defineRecordLane } from '../lane.ts';
import { omitUndefined } from '../omit-undefined.ts';
import { recordsTotalOf } from './records-total.ts';

const name = 'salesDocuments';

/**
 * Sales documents of every type and state, drafts too, with their rows. What they show of customers and payments
 * changes without them, and is as it was when they were read. Their links work for a day from then on.
 */
export const salesDocuments = defineRecordLane({
  name,
  after: ['warehouses', 'products', 'customers'],
  deletions: { from: 'log', table: 'salesDocuments' },
  changes: true,
  changedTable: 'salesDocuments',
  pageSize: 100,
  numberedPages: true,
  idOf: (document: { id: number }) => document.id,
  read: (client, { changedSince, from, signal }) =>
    client.getSalesDocuments.pages(
      { getRowsForAllInvoices: 1, getAddedTimestamp: 1, ...omitUndefined({ changedSince }) },
      { inBulk: true, unset: 'keep', ...omitUndefined({ from, signal }) },
    ),
  async count(client, { changedSince, signal }) {
    const request = client.getSalesDocuments.request({
      recordsOnPage: 1,
      ...omitUndefined({ changedSince }),
    });
    const { status } = await askInBulk(client, request, signal);
    return recordsTotalOf(status, name);
  },
});
