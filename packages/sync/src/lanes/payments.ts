import { askInBulk } from '../ask-in-bulk.ts';
import { defineRecordLane } from '../lane.ts';
import { omitUndefined } from '../omit-undefined.ts';
import { recordsTotalOf } from './records-total.ts';

const name = 'payments';

/** Payments of sales documents, and deposits. */
export const payments = defineRecordLane({
  name,
  after: ['salesDocuments'],
  deletions: { from: 'log', table: 'payments' },
  changes: true,
  changedTable: 'payments',
  pageSize: 100,
  numberedPages: true,
  idOf: (payment: { paymentID: number }) => payment.paymentID,
  read: (client, { changedSince, from, signal }) =>
    client.getPayments.pages(omitUndefined({ changedSince }), {
      inBulk: true,
      unset: 'keep',
      ...omitUndefined({ from, signal }),
    }),
  async count(client, { changedSince, signal }) {
    const request = client.getPayments.request({ recordsOnPage: 1, ...omitUndefined({ changedSince }) });
    const { status } = await askInBulk(client, request, signal);
    return recordsTotalOf(status, name);
  },
});
