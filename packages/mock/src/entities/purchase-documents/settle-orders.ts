import type { Account } from '../../account/account.ts';
import type { User } from '../../account/user.ts';
import { purchaseOrdersOf } from './purchase-book.ts';

/** Writes into orders how far they are, where that has become another. */
export function settleOrders(account: Account, orderIDs: Iterable<number>, user: User): void {
  const table = account.table('purchaseDocuments');
  for (const id of new Set(orderIDs)) {
    const status = purchaseOrdersOf(account).statusOf(id);
    const isAnother = status !== undefined && table.get(id)?.status !== status;
    if (isAnother) account.update('purchaseDocuments', { id, fields: { status }, user });
  }
}
