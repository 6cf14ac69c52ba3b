import type { calls } from '@erply-kit/schemas';

import type { Account } from '../../account/account.ts';
import type { User } from '../../account/user.ts';
import { type Handler, userOf } from '../../generic/handler.ts';
import { savedAnswer, saveRecord } from '../../generic/save.ts';

/** Lets the maker of a location in, or everybody; who might work everywhere keeps what there was. */
function letIn(account: Account, location: { id: number; maker: User; isForAll: boolean }): void {
  const { id, maker, isForAll } = location;
  const others = [...account.table('warehouses').ids()].filter((other) => other !== id);
  for (const { userID, warehouseIDs } of account.users.all()) {
    const isLetIn = isForAll || userID === maker.userID;
    if (isLetIn && warehouseIDs !== null)
      account.users.change(userID, { warehouseIDs: [...warehouseIDs, id] });
    if (!isLetIn && warehouseIDs === null) account.users.change(userID, { warehouseIDs: others });
  }
}

/** Makes or edits a location. A new one is at first its maker's alone. */
export const saveWarehouse: Handler<typeof calls.saveWarehouse> = (context, input) => {
  const id = saveRecord(context, input, (saved) => saved);
  if (input.warehouseID === undefined) {
    letIn(context.account, { id, maker: userOf(context), isForAll: input.addAccessForAllUsers === 1 });
  }
  return savedAnswer(context.call, id);
};
