import { integer, optionalInteger, optionalText, text } from './columns.ts';
import { defineRecordTable } from './define-record-table.ts';

/** Companies and persons that goods are bought from, and contact persons of companies: personal data. */
export const suppliers = defineRecordTable({
  lane: 'suppliers',
  name: 'suppliers',
  since: 5,
  // Suppliers and customers share one number space.
  personField: 'supplierID',
  owns: [{ table: 'addresses', by: 'owner_id' }],
  // Addresses have a table of their own; the rest are names of other records.
  repeatedFields: [
    ...['address', 'groupName', 'countryName', 'countryCode', 'parentCompanyName', 'supplierManagerName'],
  ],
  columns: {
    type: text('supplierType'),
    full_name: text('fullName'),
    company_name: text('companyName'),
    first_name: text('firstName'),
    last_name: text('lastName'),
    code: text('code'),
    vat_number: optionalText('vatNumber'),
    email: text('email'),
    phone: text('phone'),
    mobile: text('mobile'),
    group_id: integer('groupID'),
    company_id: optionalInteger('companyID'),
    vatrate_id: integer('vatrateID'),
    country_id: integer('countryID'),
    currency_code: text('currencyCode'),
    payment_days: optionalInteger('paymentDays'),
    integration_code: text('integrationCode'),
    notes: optionalText('notes'),
    added: optionalInteger('added'),
    last_modified: optionalInteger('lastModified'),
  },
  indexes: {
    suppliers_by_code: { columns: ['code'] },
    suppliers_by_company: { columns: ['company_id'] },
  },
});
