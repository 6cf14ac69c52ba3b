import { askInBulk } from '../ask-in-bulk.ts';
import { defineRecordLane, type RecordLane } from '../lane.ts';
import { omitUndefined } from '../omit-undefined.ts';
import { recordsTotalOf } from './records-total.ts';

const name = 'customers';
const id = 'customerID';

export interface CustomersOptions {
  /** Fields to ask for, beside the ID; Erply sends no others. @default all */
  readonly fields?: readonly string[];
}

/** The lane of customers with only some fields of them: personal data that nobody needs is not even asked for. */
export function defineCustomers({ fields }: CustomersOptions): RecordLane {
  // Without `detail`, no record says when it changed.
  const input = {
    mode: 'ALL',
    responseMode: 'detail',
    ...(fields && { getFields: [id, ...fields.filter((field) => field !== id)] }),
  } as const;
  return defineRecordLane({
    name,
    after: ['customerGroups'],
    deletions: { from: 'log', table: 'customers' },
    changes: true,
    changedTable: 'customers',
    pageSize: 100,
    numberedPages: true,
    idOf: (customer: { customerID: number }) => customer.customerID,
    read: (client, { changedSince, from, signal }) =>
      client.getCustomers.pages(
        { ...input, ...omitUndefined({ changedSince }) },
        { inBulk: true, unset: 'keep', ...omitUndefined({ from, signal }) },
      ),
    async count(client, { changedSince, signal }) {
      const { mode } = input;
      const request = client.getCustomers.request({
        mode,
        getFields: [id],
        recordsOnPage: 1,
        ...omitUndefined({ changedSince }),
      });
      const { status } = await askInBulk(client, request, signal);
      return recordsTotalOf(status, name);
    },
  });
}

/** Companies, persons, and contact persons of companies, with all their fields: personal data. */
export const customers = defineCustomers({});
