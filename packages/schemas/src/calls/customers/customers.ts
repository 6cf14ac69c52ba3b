import { defineTable } from '../../define-table.ts';
import { customer } from './customer.ts';

/** Who buys: companies, their contact persons, and persons. */
export const customers = defineTable({
  name: 'customers',
  key: 'customerID',
  record: customer,
  joins: {
    groupName: { table: 'customerGroups', by: 'groupID', field: 'name' },
    customerManagerName: { table: 'employees', by: 'customerManagerID', field: 'fullName' },
    employerName: { table: 'customers', by: 'companyID', field: 'companyName' },
  },
  dependsOn: ['addresses', 'addressTypes'],
  children: {
    addresses: { table: 'addresses', by: 'ownerID' },
    contactPersons: {
      table: 'customers',
      by: 'companyID',
      names: { contactPersonID: 'customerID' },
    },
  },
  references: {
    countryID: 'countries',
    deliveryTypeID: 'deliveryTypes',
    payerID: 'customers',
    signUpStoreID: 'warehouses',
    homeStoreID: 'warehouses',
    priceListID: 'priceLists',
    priceListID2: 'priceLists',
    priceListID3: 'priceLists',
    priceListID4: 'priceLists',
    priceListID5: 'priceLists',
  },
  saveNames: {
    invoicePayerID: 'payerID',
    username: 'webshopUsername',
    longAttributeName: 'attributeName',
    longAttributeValue: 'attributeValue',
  },
  sharesIDsWith: ['suppliers'],
  logged: true,
  timestamps: true,
});
