import { date, integer, optionalInteger, optionalText, text } from './columns.ts';
import { defineRecordTable } from './define-record-table.ts';

/** Companies, persons, and contact persons of companies. Columns whose field only `detail` brings can be null. */
export const customers = defineRecordTable({
  lane: 'customers',
  name: 'customers',
  since: 3,
  keptFields: ['customerID'],
  personField: 'customerID',
  owns: [{ table: 'addresses', by: 'owner_id' }],
  // Addresses have a table of their own, groups too.
  repeatedFields: [
    ...['address', 'street', 'address2', 'city', 'postalCode', 'state', 'country'],
    ...['addressTypeID', 'addressTypeName', 'groupName', 'employerName', 'customerManagerName'],
  ],
  columns: {
    type: text('customerType'),
    full_name: text('fullName'),
    company_name: text('companyName'),
    first_name: text('firstName'),
    last_name: text('lastName'),
    gender: text('gender'),
    birthday: date('birthday'),
    code: text('code'),
    vat_number: optionalText('vatNumber'),
    email: text('email'),
    phone: text('phone'),
    mobile: text('mobile'),
    group_id: integer('groupID'),
    company_id: optionalInteger('companyID'),
    payer_id: integer('payerID'),
    country_id: integer('countryID'),
    customer_card_number: text('customerCardNumber'),
    webshop_username: optionalText('webshopUsername'),
    integration_code: text('integrationCode'),
    home_store_id: integer('homeStoreID'),
    price_list_id: optionalInteger('priceListID'),
    payment_days: optionalInteger('paymentDays'),
    credit: integer('credit'),
    sales_blocked: integer('salesBlocked'),
    tax_exempt: integer('taxExempt'),
    email_opt_out: integer('emailOptOut'),
    notes: optionalText('notes'),
    added: optionalInteger('added'),
    last_modified: optionalInteger('lastModified'),
  },
  indexes: {
    customers_by_code: { columns: ['code'] },
    customers_by_email: { columns: ['email'] },
    customers_by_company: { columns: ['company_id'] },
  },
});
