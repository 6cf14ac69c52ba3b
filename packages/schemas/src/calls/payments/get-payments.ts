import { defineCall } from '../../define-call.ts';
import { isoDate } from '../../wire/date.ts';
import { flag } from '../../wire/flag.ts';
import { integer, unixSeconds } from '../../wire/integer.ts';
import { idList } from '../../wire/lists.ts';
import { text } from '../../wire/text.ts';
import { attributeFilter, attributeFilterRules } from '../attribute-inputs.ts';
import { pagingInputs } from '../paging-inputs.ts';
import { payment } from './payment.ts';
import { payments } from './payments.ts';

/** Payments of sales documents, and deposits. */
export const getPayments = defineCall({
  name: 'getPayments',
  docs: 'https://learn-api.erply.com/requests/getpayments',
  effect: 'read',
  table: payments,
  right: 'view',
  session: 'required',
  input: () => ({
    /** Only this payment. */
    paymentID: integer.optional(),
    /** Only these payments. */
    paymentIDs: idList.optional(),
    /** Only payments of this customer. */
    customerID: integer.optional(),
    /** Only payments of this sales document; 0 for deposits. */
    documentID: integer.optional(),
    /** Only payments of these sales documents. */
    documentIDs: idList.optional(),
    /** Only payments of that day or later. */
    dateFrom: isoDate.optional(),
    /** Only payments of that day or earlier. */
    dateTo: isoDate.optional(),
    /** Only payments of this type, by its code. */
    type: text.optional(),
    /** Only payments of this type. */
    typeID: integer.optional(),
    /** Only payments of gift cards sold with this tax rate. */
    giftCardVatRateID: integer.optional(),
    /** 1 leaves out what became credit of the customer. */
    excludeStoreCreditPayments: flag.optional(),
    /** Only payments with exactly this archival number of the bank. */
    archivalNumber: text.optional(),
    ...attributeFilter(),
    /** Only payments made or edited since, by the server's clock. */
    changedSince: unixSeconds.optional(),
    ...pagingInputs(),
  }),
  rules: attributeFilterRules,
  filters: {
    paymentIDs: { field: 'paymentID', by: 'oneOf' },
    documentIDs: { field: 'documentID', by: 'oneOf' },
    dateFrom: { field: 'date', by: 'from' },
    dateTo: { field: 'date', by: 'to' },
  },
  result: { list: payment },
  paging: { defaultPageSize: 20, maxPageSize: () => 100 },
  errors: [1030, 1060],
  loggable: [
    'paymentID',
    'paymentIDs',
    'documentID',
    'documentIDs',
    'dateFrom',
    'dateTo',
    'type',
    'typeID',
    'giftCardVatRateID',
    'excludeStoreCreditPayments',
    'changedSince',
    'recordsOnPage',
    'pageNo',
  ],
  evidence: 'A typed SDK; the order, by ID, and that store credit is what `storeCredit` says is inferred.',
});
