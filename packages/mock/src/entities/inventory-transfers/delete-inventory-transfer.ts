import type { calls } from '@erply-kit/schemas';

import { genericDelete } from '../../generic/delete.ts';
import { type Handler, userOf } from '../../generic/handler.ts';
import { fulfilOrders } from './fulfil-orders.ts';

/** Deletes a transfer; the order that it fulfilled is open again. */
export const deleteInventoryTransfer: Handler<typeof calls.deleteInventoryTransfer> = async (
  context,
  input,
) => {
  const answer = await genericDelete(context, input);
  fulfilOrders(context.account, input.inventoryTransferID, userOf(context));
  return answer;
};
