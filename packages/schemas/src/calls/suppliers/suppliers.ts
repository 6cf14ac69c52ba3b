import { defineTable } from '../../define-table.ts';
import { supplier } from './supplier.ts';

/** Whom goods are bought from. */
export const suppliers = defineTable({
  name: 'suppliers',
  key: 'supplierID',
  record: supplier,
  joins: {
    groupName: { table: 'supplierGroups', by: 'groupID', field: 'name' },
    countryName: { table: 'countries', by: 'countryID', field: 'countryName' },
    countryCode: { table: 'countries', by: 'countryID', field: 'countryCode' },
    parentCompanyName: { table: 'suppliers', by: 'companyID', field: 'companyName' },
    supplierManagerName: { table: 'employees', by: 'supplierManagerID', field: 'fullName' },
  },
  dependsOn: ['addresses'],
  references: { vatrateID: 'vatRates' },
  sharesIDsWith: ['customers'],
  logged: true,
  timestamps: true,
});
