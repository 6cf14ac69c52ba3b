import type { calls } from '@erply-kit/schemas';

import type { Handler } from '../../generic/handler.ts';
import { listWith } from '../../generic/list.ts';
import type { Filter } from '../../query/filter.ts';
import { rowCosts } from '../inventory-documents/row-costs.ts';

/** An order that a transfer has fulfilled. */
const fulfilled: Filter = {
  key: 'fulfilled',
  matches: (row) =>
    row.get('type') === 'TRANSFER_ORDER' && Number(row.get('followupInventoryTransferID') ?? 0) > 0,
};

/** Transfers and orders, with what their goods cost where that is asked. */
export const getInventoryTransfers: Handler<typeof calls.getInventoryTransfers> = (context, input) => {
  const filters = input.fulfilled === 1 ? [fulfilled] : [];
  const addBlocks = rowCosts(context.account, 'inventoryTransfers', input.getCost);
  return listWith(context, input, { filters, addBlocks });
};
