import type { Behaviour } from '../../account/account.ts';
import { postDocument } from '../stock/post-document.ts';
import { followRowIDs } from './row-ids.ts';

/** A confirmed one moves stock, as its type says. */
export const salesDocuments: Behaviour = {
  defaults: { confirmed: 1, currencyCode: 'EUR', currencyRate: 1, type: 'INVWAYBILL' },
  onWritten(account, id, writtenAt) {
    followRowIDs(account, account.table('salesDocuments').get(id));
    postDocument(account, { table: 'salesDocuments', id }, writtenAt);
  },
};
