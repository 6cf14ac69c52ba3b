import type { Account } from '../../account/account.ts';
import type { User } from '../../account/user.ts';

const tableName = 'inventoryTransfers';

/** The order that a transfer fulfils: none while it is a draft, or when it is gone. */
function orderOf(account: Account, transferID: number): number {
  const transfer = account.table(tableName).get(transferID);
  const fulfils = transfer?.confirmed === 1 && transfer.type !== 'TRANSFER_ORDER';
  return fulfils ? (transfer.inventoryTransferOrderID ?? 0) : 0;
}

/** Keeps orders true after a transfer was saved or deleted: what it fulfils says so, what it does not is open again. */
export function fulfilOrders(account: Account, transferID: number, user: User): void {
  const table = account.table(tableName);
  const orderID = orderOf(account, transferID);
  const released = [...table.ids()].filter(
    (id) => id !== orderID && table.get(id)?.followupInventoryTransferID === transferID,
  );
  for (const id of released) {
    const fields = { followupInventoryTransferID: 0, status: 'CREATED' };
    account.update(tableName, { id, fields, user });
  }
  if (orderID === 0 || table.get(orderID)?.followupInventoryTransferID === transferID) return;
  const fields = { followupInventoryTransferID: transferID, status: 'FULFILLED' };
  account.update(tableName, { id: orderID, fields, user });
}
