import type { calls } from '@erply-kit/schemas';

import type { Handler } from '../../generic/handler.ts';
import { listWith } from '../../generic/list.ts';
import { byIDs } from '../../query/filters.ts';

/** Locations; only those where a user may work when one is named. */
export const getWarehouses: Handler<typeof calls.getWarehouses> = (context, input) => {
  const { userID } = input;
  if (userID === undefined) return listWith(context, input, {});
  const { account } = context;
  const user = account.users.get(userID);
  const open = user === undefined ? [] : user.warehouseIDs;
  const filters = open === null ? [] : [byIDs(account.finder('warehouses').base, open)];
  return listWith(context, input, { filters });
};
