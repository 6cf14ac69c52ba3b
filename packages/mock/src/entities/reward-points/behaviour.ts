import type { Behaviour } from '../../account/account.ts';
import { numberOfDocument } from '../sales-documents/number-of-document.ts';

/** The card number of the customer whose points they are, and the number of the sale. */
const ofCustomerAndSale: Behaviour = {
  derivedFields: ['customerCardNumber', 'invoiceNo'],
  derive(joined, row, lookup) {
    joined.customerCardNumber = lookup('customers').get(Number(row.customerID ?? 0))?.customerCardNumber;
    joined.invoiceNo = numberOfDocument(lookup, row.invoiceID);
  },
};

export const earnedRewardPointRecords = ofCustomerAndSale;
export const usedRewardPointRecords = ofCustomerAndSale;
