import type { Behaviour } from '../../account/account.ts';
import { addressLine } from '../addresses/address-line.ts';
import { postDocument } from '../stock/post-document.ts';
import { followPurchase } from './purchase-book.ts';

/** A confirmed one moves stock, as its type says; what orders wait for follows all of them. */
export const purchaseDocuments: Behaviour = {
  defaults: { confirmed: 1, currencyCode: 'EUR', currencyRate: 1, type: 'PRCINVOICE' },
  derivedFields: ['address', 'baseToDocuments', 'cost', 'invoiceLink'],
  fieldsOnDemand: ['rows', 'cost'],
  derive(joined, { addressID }, lookup) {
    const address = addressID ? lookup('addresses').get(Number(addressID)) : undefined;
    if (address !== undefined) joined.address = addressLine(address);
  },
  onWritten(account, id, writtenAt) {
    postDocument(account, { table: 'purchaseDocuments', id }, writtenAt);
    followPurchase(account, id);
  },
};
