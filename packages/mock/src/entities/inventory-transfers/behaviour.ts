import type { Behaviour } from '../../account/account.ts';
import { postDocument } from '../stock/post-document.ts';

/** A new one is confirmed (inferred), so that it moves stock. */
export const inventoryTransfers: Behaviour = {
  defaults: { confirmed: 1, currencyCode: 'EUR', currencyRate: 1, type: 'TRANSFER' },
  onWritten: (account, id, writtenAt) =>
    postDocument(account, { table: 'inventoryTransfers', id }, writtenAt),
};
