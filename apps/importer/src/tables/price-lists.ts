import { date, integer, optionalDecimal, optionalInteger, optionalText, text } from './columns.ts';
import { defineRecordTable } from './define-record-table.ts';

/** Price lists, and their rules about product groups and services; prices of products are in `price_list_products`. */
export const priceLists = defineRecordTable({
  lane: 'priceLists',
  name: 'price_lists',
  since: 5,
  owns: [{ table: 'price_list_products', by: 'price_list_id' }],
  // Names of users, which are people.
  repeatedFields: ['addedByUserName', 'lastModifiedByUserName'],
  columns: {
    name: text('name'),
    start_date: date('startDate'),
    end_date: date('endDate'),
    active: integer('active'),
    type: optionalText('type'),
    added: integer('added'),
    last_modified: integer('lastModified'),
  },
  rows: {
    name: 'price_list_rules',
    field: 'pricelistRules',
    columns: {
      type: text('type'),
      item_id: integer('id'),
      price: optionalDecimal('price'),
      discount_percent: optionalDecimal('discountPercent'),
      amount: optionalInteger('amount'),
    },
  },
});
