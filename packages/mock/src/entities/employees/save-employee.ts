import type { calls } from '@erply-kit/schemas';

import type { Account } from '../../account/account.ts';
import type { Handler } from '../../generic/handler.ts';
import { savedAnswer, saveRecord } from '../../generic/save.ts';
import type { Row } from '../../store/row.ts';
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

/** The whole name, which follows from its parts. */
function fullName({ firstName, lastName }: Row): string {
  return [firstName, lastName].filter(Boolean).join(' ');
}

/** Makes or edits an employee, whose whole name and ID of the job title follow from what is saved. */
export const saveEmployee: Handler<typeof calls.saveEmployee> = (context, input) => {
  const { account } = context;
  const groups = account.table('productGroups');
  const { jobTitle, productGroupIDs = [] } = input;
  const id = saveRecord(context, input, (saved, before) => {
    if (productGroupIDs.some((groupID) => !groups.has(groupID))) refuse(1011, 'productGroupIDs');
    const isRenamed = input.firstName !== undefined || input.lastName !== undefined;
    return {
      ...saved,
      ...(isRenamed ? { fullName: fullName({ ...before, ...saved }) } : {}),
      ...(jobTitle === undefined ? {} : { jobTitleID: jobTitleIDOf(account, jobTitle) }),
    };
  });
  return savedAnswer(context.call, id);
};
