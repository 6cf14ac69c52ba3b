import type { calls } from '@erply-kit/schemas';

import type { Account } from '../../account/account.ts';
import type { Handler } from '../../generic/handler.ts';
import { savedAnswer, saveRecord } from '../../generic/save.ts';
import { refuse } from '../../wire/refusal.ts';

/** The ID of a job title: that of the employees who have it, or the next one. */
function jobTitleIDOf(account: Account, title: string): number {
  if (title === '') return 0;
  const table = account.table('employees');
  const [holder] = table.find('jobTitleName', title);
  if (holder !== undefined) return table.get(holder)?.jobTitleID ?? 0;
  let last = 0;
  for (const id of table.ids()) last = Math.max(last, table.get(id)?.jobTitleID ?? 0);
  return last + 1;
}

/** Makes or edits an employee, whose ID of the job title follows from what is saved. */
export const saveEmployee: Handler<typeof calls.saveEmployee> = (context, input) => {
  const { account } = context;
  const groups = account.table('productGroups');
  const { jobTitle, productGroupIDs = [] } = input;
  const id = saveRecord(context, input, (saved) => {
    if (productGroupIDs.some((groupID) => !groups.has(groupID))) refuse(1011, 'productGroupIDs');
    return {
      ...saved,
      ...(jobTitle === undefined ? {} : { jobTitleID: jobTitleIDOf(account, jobTitle) }),
    };
  });
  return savedAnswer(context.call, id);
};
