import { integer, text } from './columns.ts';
import { defineRecordTable } from './define-record-table.ts';

/** Addresses of customers, suppliers and the company itself. */
export const addresses = defineRecordTable({
  lane: 'addresses',
  name: 'addresses',
  since: 3,
  keptFields: ['addressID', 'ownerID'],
  personField: 'ownerID',
  repeatedFields: ['typeName', 'typeActivelyUsed'],
  columns: {
    owner_id: integer('ownerID'),
    type_id: integer('typeID'),
    street: text('street'),
    address2: text('address2'),
    city: text('city'),
    postal_code: text('postalCode'),
    state: text('state'),
    country: text('country'),
    added: integer('added'),
    last_modified: integer('lastModified'),
  },
  indexes: { addresses_by_owner: { columns: ['owner_id'] } },
});
