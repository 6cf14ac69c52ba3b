import type { Behaviour } from '../../account/account.ts';
import { numberOfDocument } from '../sales-documents/number-of-document.ts';

/** The number of the sale that a card was used in. */
export const giftCardRedeemings: Behaviour = {
  derivedFields: ['invoiceNo'],
  derive(joined, row, lookup) {
    joined.invoiceNo = numberOfDocument(lookup, row.invoiceID);
  },
};
