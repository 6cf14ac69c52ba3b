import type { calls } from '@erply-kit/schemas';

import type { Handler } from '../../generic/handler.ts';
import { listWith } from '../../generic/list.ts';
import type { Row } from '../../store/row.ts';
import { rowCosts } from '../inventory-documents/row-costs.ts';

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
