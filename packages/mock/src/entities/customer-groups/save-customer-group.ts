import type { calls } from '@erply-kit/schemas';

import type { Account } from '../../account/account.ts';
import type { Handler } from '../../generic/handler.ts';
import { savedAnswer, saveRecord } from '../../generic/save.ts';
import { refuse } from '../../wire/refusal.ts';

/** 1016: the group is to stand below itself, or below a group that stands below it. */
function checkIsNotBelow(account: Account, customerGroupID: number, parentID: number): void {
  const table = account.table('customerGroups');
  const seen = new Set<number>();
  for (let id = parentID; id !== 0 && !seen.has(id); id = table.get(id)?.parentID ?? 0) {
    if (id === customerGroupID) refuse(1016, 'parentID');
    seen.add(id);
  }
}

/** Makes or edits a group of customers. Groups that stand below each other are a tree, and stay one. */
export const saveCustomerGroup: Handler<typeof calls.saveCustomerGroup> = (context, input) => {
  const id = saveRecord(context, input, (saved) => {
    if (input.customerGroupID !== undefined)
      checkIsNotBelow(context.account, input.customerGroupID, input.parentID ?? 0);
    return saved;
  });
  return savedAnswer(context.call, id);
};
