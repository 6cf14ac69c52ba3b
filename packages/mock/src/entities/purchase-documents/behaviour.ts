import type { Behaviour } from '../../account/account.ts';
import { postDocument } from '../stock/post-document.ts';

/** A confirmed one moves stock, as its type says. */
export const purchaseDocuments: Behaviour = {
  defaults: { confirmed: 1, currencyCode: 'EUR', currencyRate: 1, type: 'PRCINVOICE' },
  onWritten: (account, id, writtenAt) => postDocument(account, { table: 'purchaseDocuments', id }, writtenAt),
};
