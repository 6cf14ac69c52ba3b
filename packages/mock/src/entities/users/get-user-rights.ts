import { type calls, recordOf } from '@erply-kit/schemas';

import type { Account } from '../../account/account.ts';
import type { User } from '../../account/user.ts';
import { type Handler, userOf } from '../../generic/handler.ts';
import { pageOf } from '../../generic/page.ts';
import type { Row } from '../../store/row.ts';
import { recordWriter } from '../../wire/record-writer.ts';
import { grantedRights } from './granted-rights.ts';

/** Percent: nothing in the fake keeps a user from any discount. */
const maxDiscount = 100;

function rightsRecord(account: Account, user: User): Row {
  // The first user is as old as the employee's card.
  const added = user.added ?? account.table('employees').get(user.employeeID)?.added;
  return { ...user, added, maxDiscount, cardCode: '', ...grantedRights(user) };
}

/** Users by their IDs, and what the fake lets them do. */
export const getUserRights: Handler<typeof calls.getUserRights> = (context, input) => {
  const { account, call } = context;
  const caller = userOf(context);
  const record = recordOf(call);
  if (record === undefined) throw new Error('getUserRights answers records');
  const wanted = input.getCurrentUser === 1 ? caller.userID : input.userID;
  const found = account.users
    .all()
    .filter(({ userID }) => wanted === undefined || userID === wanted)
    .sort((left, right) => left.userID - right.userID);
  const { offset, size } = pageOf(call, input, account);
  const write = recordWriter(record);
  const page = found.slice(offset, offset + size);
  return { recordsTotal: found.length, records: page.map((user) => write(rightsRecord(account, user))) };
};
