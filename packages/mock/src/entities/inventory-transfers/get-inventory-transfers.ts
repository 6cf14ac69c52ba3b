import type { calls } from '@erply-kit/schemas';

import type { Handler } from '../../generic/handler.ts';
import { listWith } from '../../generic/list.ts';
import type { Row } from '../../store/row.ts';
import { rowCosts } from '../inventory-documents/row-costs.ts';

/** An order that a transfer has fulfilled. */
const isFulfilled = (row: Row) =>
  row.type === 'TRANSFER_ORDER' && Number(row.followupInventoryTransferID ?? 0) > 0;

/** Transfers and orders, with what their goods cost where that is asked. */
export const getInventoryTransfers: Handler<typeof calls.getInventoryTransfers> = (context, input) => {
  const isMatch = input.fulfilled === 1 ? isFulfilled : undefined;
  const addBlocks = rowCosts(context.account, 'inventoryTransfers', input.getCost);
  return listWith(context, input, { isMatch, addBlocks });
};
