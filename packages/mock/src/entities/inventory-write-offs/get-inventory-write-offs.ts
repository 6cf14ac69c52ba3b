import type { calls } from '@erply-kit/schemas';

import type { Handler } from '../../generic/handler.ts';
import { listWith } from '../../generic/list.ts';
import { rowCosts } from '../inventory-documents/row-costs.ts';

/** Write-offs, with what their goods cost where that is asked. */
export const getInventoryWriteOffs: Handler<typeof calls.getInventoryWriteOffs> = (context, input) =>
  listWith(context, input, { addBlocks: rowCosts(context.account, 'inventoryWriteOffs', input.getCost) });
