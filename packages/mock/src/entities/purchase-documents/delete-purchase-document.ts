import type { calls } from '@erply-kit/schemas';

import { type Handler, userOf } from '../../generic/handler.ts';
import { refuse } from '../../wire/refusal.ts';
import { purchaseOrdersOf } from './purchase-book.ts';
import { settleOrders } from './settle-orders.ts';

/** Deletes a purchase document that no other is based on; what it was based on waits for its goods again. */
export const deletePurchaseDocument: Handler<typeof calls.deletePurchaseDocument> = (context, input) => {
  const { account } = context;
  const user = userOf(context);
  const { documentID } = input;
  if (!account.table('purchaseDocuments').has(documentID)) refuse(1011, 'documentID');
  const orders = purchaseOrdersOf(account);
  if (orders.followUpsOf(documentID).length > 0) refuse(1022);
  const around = orders.ordersAround(documentID).filter((id) => id !== documentID);
  account.remove('purchaseDocuments', documentID, user);
  settleOrders(account, around, user);
  return { recordsTotal: 0, records: [] };
};
