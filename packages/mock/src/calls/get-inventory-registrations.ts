import type { calls } from '@erply-kit/schemas';

import type { Row } from '../account/table.ts';
import { listWith } from './generic-list.ts';
import type { Handler } from './handler.ts';
import { rowCosts } from './row-costs.ts';

/** Registrations, with what their goods cost where that is asked; reasons belong to a module. */
export const getInventoryRegistrations: Handler<typeof calls.getInventoryRegistrations> = (
  context,
  input,
) => {
  const { account } = context;
  const withCosts = rowCosts(account, 'inventoryRegistrations', input.getCost);
  const addBlocks = account.config.disabled.has('reasonCodes')
    ? (record: Row) => ({ ...withCosts?.(record), reasonID: undefined })
    : withCosts;
  return listWith(context, input, { addBlocks });
};
