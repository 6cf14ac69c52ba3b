import type { calls, InputOf } from '@erply-kit/schemas';

import type { Account } from '../../account/account.ts';
import { allRights, mayDo, type NewUser, type User } from '../../account/user.ts';
import { type CallContext, type Handler, userOf } from '../../generic/handler.ts';
import { checkNeeds, savedAnswer } from '../../generic/save.ts';
import { ownText } from '../../wire/own-text.ts';
import { refuse } from '../../wire/refusal.ts';
import { newPasswordFault } from '../session/new-password-fault.ts';

type Input = InputOf<typeof calls.saveUser>;

const leastCardCode = 6;

/** 1011: the input names a record that does not exist. */
function checkRecords(account: Account, { userGroupID, employeeID = 0, warehouseIDs = [] }: Input): void {
  if (userGroupID !== undefined && !account.table('userGroups').has(userGroupID)) refuse(1011, 'userGroupID');
  if (employeeID !== 0 && !account.table('employees').has(employeeID)) refuse(1011, 'employeeID');
  const warehouses = account.table('warehouses');
  if (warehouseIDs.some((id) => !warehouses.has(id))) refuse(1011, 'warehouseIDs');
}

/** 1012: another user has the name or the PIN. */
function checkUnique({ users }: Account, { userID, name, cardCode = '' }: Input): void {
  const isOther = (user: User | undefined) => user !== undefined && user.userID !== userID;
  if (name !== undefined && isOther(users.named(name))) refuse(1012, 'name');
  if (cardCode !== '' && isOther(users.withCardCode(cardCode))) refuse(1012, 'cardCode');
}

/** 1016, 1102: the password or the PIN is not good enough. */
function checkSecrets({ password = '', cardCode = '' }: Input): void {
  const fault = password === '' ? undefined : newPasswordFault(password);
  if (fault !== undefined) refuse(fault === 1100 ? 1016 : fault, 'password');
  if (cardCode !== '' && cardCode.length < leastCardCode) refuse(1016, 'cardCode');
}

function check(context: CallContext, input: Input): void {
  const { account, call } = context;
  const { userID, name, userGroupID } = input;
  if (userID === undefined) checkNeeds(call, input);
  else if (account.users.get(userID) === undefined) refuse(1011, 'userID');
  if (name === '') refuse(1010, 'name');
  checkRecords(account, input);
  if (userGroupID !== undefined && !mayDo(userOf(context), 'edit', 'userGroups')) refuse(1066, 'userGroupID');
  checkUnique(account, input);
  checkSecrets(input);
}

/** The fields of a user that the input names. An empty password or PIN is one that was not filled in. */
function fieldsOf({ name, password, cardCode, ...input }: Input): Partial<NewUser> {
  return {
    ...(name === undefined ? {} : { userName: ownText(name) }),
    ...(password ? { password: ownText(password) } : {}),
    ...(cardCode ? { cardCode: ownText(cardCode) } : {}),
    ...(input.userGroupID === undefined ? {} : { groupID: input.userGroupID }),
    ...(input.employeeID === undefined ? {} : { employeeID: input.employeeID }),
    ...(input.warehouseIDs === undefined ? {} : { warehouseIDs: input.warehouseIDs }),
  };
}

/** Makes or edits a user. A new one may do everything, and work everywhere unless locations are named. */
export const saveUser: Handler<typeof calls.saveUser> = (context, input) => {
  const { account, call } = context;
  check(context, input);
  const { userName: by } = userOf(context);
  const fields = fieldsOf(input);
  account.changes();
  if (input.userID !== undefined) {
    const stamps = { lastModified: account.now(), lastModifiedByUserName: by };
    account.users.change(input.userID, { ...fields, ...stamps });
    return savedAnswer(call, input.userID);
  }
  const id = account.users.add({
    ...{ userName: '', password: null, cardCode: null, employeeID: 0, groupID: 0 },
    ...{ apiAccess: true, rights: allRights, warehouseIDs: null },
    ...{ added: account.now(), addedByUserName: by, lastModified: 0, lastModifiedByUserName: '' },
    ...fields,
  });
  return savedAnswer(call, id);
};
