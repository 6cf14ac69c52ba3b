import { defineTable } from '../../define-table.ts';
import { hiddenPaymentFields } from './hidden-payment-fields.ts';
import { integrationFields } from './integration-fields.ts';
import { payment } from './payment.ts';

/** Payments of sales documents, and deposits. */
export const payments = defineTable({
  name: 'payments',
  key: 'paymentID',
  record: payment,
  hidden: hiddenPaymentFields,
  references: {
    documentID: 'salesDocuments',
    customerID: 'customers',
    typeID: 'paymentTypes',
    giftCardVatRateID: 'vatRates',
  },
  saveNames: { addedToStoreCredit: 'storeCredit' },
  moduleFields: {
    paymentIntegrations: ['paymentServiceProvider', ...integrationFields],
    paymentTransactionTime: ['transactionTime'],
  },
  logged: true,
  timestamps: true,
});
