import { date, decimal, integer, text } from './columns.ts';
import { defineRecordTable } from './define-record-table.ts';

/** Payments of sales documents, and deposits, whose `document_id` is 0. */
export const payments = defineRecordTable({
  lane: 'payments',
  name: 'payments',
  since: 4,
  about: {
    fields: ['customerID'],
    kept: [
      ...['paymentID', 'documentID', 'typeID', 'type', 'date', 'time', 'sum', 'currencyCode', 'currencyRate'],
      ...['cashPaid', 'cashChange', 'isPrepayment', 'storeCredit', 'giftCardVatRateID'],
      ...['added', 'lastModified'],
    ],
  },
  columns: {
    document_id: integer('documentID'),
    customer_id: integer('customerID'),
    type_id: integer('typeID'),
    type: text('type'),
    date: date('date'),
    sum: decimal('sum'),
    currency_code: text('currencyCode'),
    currency_rate: decimal('currencyRate'),
    cash_paid: decimal('cashPaid'),
    cash_change: decimal('cashChange'),
    is_prepayment: integer('isPrepayment'),
    store_credit: integer('storeCredit'),
    info: text('info'),
    added: integer('added'),
    last_modified: integer('lastModified'),
  },
  indexes: {
    payments_by_document: { columns: ['document_id'] },
    payments_by_date: { columns: ['date'] },
    payments_by_customer: { columns: ['customer_id'] },
  },
});
