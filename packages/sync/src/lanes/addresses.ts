import { askInBulk } from '../ask-in-bulk.ts';
import { defineRecordLane, type RecordLane } from '../lane.ts';
import { omitUndefined } from '../omit-undefined.ts';
import { recordsTotalOf } from './records-total.ts';

const name = 'addresses';
const id = 'addressID';

export interface AddressesOptions {
  /** Fields to ask for, beside the ID; Erply sends no others. @default all */
  readonly fields?: readonly string[];
}

/** The lane of addresses with only some fields of them. */
export function defineAddresses({ fields }: AddressesOptions): RecordLane {
  const input = fields ? { getFields: [id, ...fields.filter((field) => field !== id)] } : {};
  return defineRecordLane({
    name,
    after: ['customers'],
    deletions: { from: 'log', table: 'addresses' },
    changes: true,
    changedTable: 'addresses',
    pageSize: 100,
    numberedPages: true,
    idOf: (address: { addressID: number }) => address.addressID,
    read: (client, { changedSince, from, signal }) =>
      client.getAddresses.pages(
        { ...input, ...omitUndefined({ changedSince }) },
        { inBulk: true, unset: 'keep', ...omitUndefined({ from, signal }) },
      ),
    async count(client, { changedSince, signal }) {
      const request = client.getAddresses.request({
        getFields: [id],
        recordsOnPage: 1,
        ...omitUndefined({ changedSince }),
      });
      const { status } = await askInBulk(client, request, signal);
      return recordsTotalOf(status, name);
    },
  });
}

/** Addresses of customers, suppliers and the company itself: personal data. */
export const addresses = defineAddresses({});
