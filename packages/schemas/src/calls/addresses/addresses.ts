import { defineTable } from '../../define-table.ts';
import { address } from './address.ts';

/** Addresses of customers, suppliers and the company itself. They go with their owner, without an entry in the log. */
export const addresses = defineTable({
  name: 'addresses',
  key: 'addressID',
  record: address,
  joins: {
    typeName: { table: 'addressTypes', by: 'typeID', field: 'name' },
    typeActivelyUsed: { table: 'addressTypes', by: 'typeID', field: 'activelyUsed' },
  },
  parents: { ownerID: ['customers', 'suppliers', 'companyInfos'] },
  logged: true,
  timestamps: true,
});
