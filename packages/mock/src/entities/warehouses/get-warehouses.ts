import type { calls } from '@erply-kit/schemas';

import type { Handler } from '../../generic/handler.ts';
import { listOf } from '../../generic/list.ts';

/** Locations; only those where a user may work when one is named. */
export const getWarehouses: Handler<typeof calls.getWarehouses> = (context, input) => {
  const { userID } = input;
  const user = userID === undefined ? undefined : context.account.users.get(userID);
  const isOpen = (id: number) => user !== undefined && user.warehouseIDs?.includes(id) !== false;
  return listOf(context, input, (row) => userID === undefined || isOpen(Number(row.warehouseID)));
};
