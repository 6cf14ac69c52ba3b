import type { calls } from '@erply-kit/schemas';

import { listWith } from './generic-list.ts';
import type { Handler } from './handler.ts';
import { rowCosts } from './row-costs.ts';

/** Write-offs, with what their goods cost where that is asked. */
export const getInventoryWriteOffs: Handler<typeof calls.getInventoryWriteOffs> = (context, input) =>
  listWith(context, input, { addBlocks: rowCosts(context.account, 'inventoryWriteOffs', input.getCost) });
