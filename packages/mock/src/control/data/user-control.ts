import * as z from 'zod';

import { lazily } from '@erply-kit/schemas';

import type { Account } from '../../account/account.ts';
import { allRights, demoUser, type User } from '../../account/user.ts';
import { userNames } from '../../account/user-names.ts';
import type { Row } from '../../store/row.ts';
import type { AccountAccess } from '../account-access.ts';
import { countFromZero, name, recordID, text, yesOrNo } from '../body-fields.ts';
import { bodySchema, checkBody } from '../check-body.ts';
import { ControlError } from '../control-error.ts';
import type { DataControl } from './data-control.ts';
import { writeCards } from './user-cards.ts';

const tableName = 'users';

/** What can be set of a user. */
const changeBody = lazily(() => {
  const right = z
    .union([z.boolean(), z.array(z.string())], { error: 'true, false or a list of tables' })
    .exactOptional();
  const rights = { view: right, add: right, edit: right, delete: right };
  return bodySchema('there is no field', {
    userName: name().exactOptional(),
    password: text().nullable().exactOptional(),
    cardCode: name().nullable().exactOptional(),
    employeeID: countFromZero().exactOptional(),
    employeeName: text().exactOptional(),
    groupID: recordID().exactOptional(),
    groupName: text().exactOptional(),
    apiAccess: yesOrNo().exactOptional(),
    rights: bodySchema('there is no field', rights).exactOptional(),
    warehouseIDs: z.array(recordID(), { error: 'a list of record IDs' }).nullable().exactOptional(),
    added: countFromZero().exactOptional(),
    addedByUserName: text().exactOptional(),
    lastModified: countFromZero().exactOptional(),
    lastModifiedByUserName: text().exactOptional(),
  });
});

/** What a new user needs. */
export const newUserBody = lazily(() => changeBody().extend({ userName: name() }));

export type UserFields = z.output<ReturnType<typeof changeBody>>;

function checkUnique(account: Account, values: UserFields, userID?: number): void {
  const { userName, cardCode } = values;
  const isOther = (user: User | undefined) => user !== undefined && user.userID !== userID;
  if (userName !== undefined && isOther(account.users.named(userName)))
    throw new ControlError(409, `users has a "${userName.slice(0, 64)}" already`);
  if (cardCode && isOther(account.users.withCardCode(cardCode)))
    throw new ControlError(409, 'another user has this cardCode already');
}

/** A user as data files have it: without password and PIN, with the names that the user's employee and group have. */
export function openFields(account: Account, user: User): Row {
  const { userID: _, passwordHash: __, cardCodeHash: ___, ...fields } = user;
  return { lastModified: 0, lastModifiedByUserName: '', ...fields, ...userNames(account, user) };
}

/** A user as the control API shows it: that there is a password or PIN, but not which. */
function shown(account: Account, user: User): Row {
  const { userID, passwordHash, cardCodeHash } = user;
  const has = { hasPassword: passwordHash !== null, hasCardCode: cardCodeHash !== null };
  return { userID, ...openFields(account, user), ...has };
}

/** A group that is not there needs a name to be made. */
function checkGroup(account: Account, { groupID, groupName }: UserFields): void {
  if (groupID === undefined || groupName !== undefined || account.table('userGroups').has(groupID)) return;
  throw new ControlError(
    400,
    `users: groupID is ${groupID}, and userGroups have no record ${groupID}: add it there, or give its groupName here`,
  );
}

function existing(account: Account, userID: number): User {
  const user = account.users.get(userID);
  if (user === undefined) throw new ControlError(404, `users has no record ${userID}`);
  return user;
}

/** Adds a user with these fields, and what follows from them. */
export function addUser(account: Account, fields: UserFields & { readonly userName: string }): number {
  const { rights, employeeName: _, groupName: __, ...own } = fields;
  const { userName } = fields;
  account.changes();
  return account.users.add({
    ...{ password: null, cardCode: null, apiAccess: true, warehouseIDs: null },
    ...{ added: account.now(), addedByUserName: demoUser.userName },
    ...{ lastModified: 0, lastModifiedByUserName: '' },
    ...own,
    ...writeCards(account, { userName, before: undefined }, fields),
    rights: { ...allRights, ...rights },
  });
}

/** Changes just the fields of a user that are named, and what follows from them. */
export function changeUser(account: Account, before: User, fields: UserFields): void {
  const { rights, employeeName: _, groupName: __, ...own } = fields;
  const { userName = before.userName } = fields;
  account.changes();
  account.users.change(before.userID, {
    ...{ lastModified: account.now(), lastModifiedByUserName: demoUser.userName },
    ...own,
    ...writeCards(account, { userName, before }, fields),
    rights: { ...before.rights, ...rights },
  });
}

/** The users of an account. What of them a call shows is in verifyUser's record; rights and PIN are the fake's own. */
export function userControl(access: AccountAccess): DataControl {
  return {
    list() {
      const account = access.toRead();
      return account.users.all().map((user) => shown(account, user));
    },
    get(userID) {
      const account = access.toRead();
      return shown(account, existing(account, userID));
    },
    insert(values) {
      const fields = checkBody(newUserBody(), values, tableName);
      checkUnique(access.toRead(), fields);
      checkGroup(access.toRead(), fields);
      return addUser(access.toAdd(), fields);
    },
    update(userID, values) {
      const before = existing(access.toRead(), userID);
      const fields = checkBody(changeBody(), values, tableName);
      checkUnique(access.toRead(), fields, userID);
      checkGroup(access.toRead(), fields);
      const account = access.toAdd();
      changeUser(account, before, fields);
      return shown(account, existing(account, userID));
    },
    remove(userID) {
      existing(access.toRead(), userID);
      const account = access.toChange();
      account.users.remove(userID);
      account.sessions.forgetUser(userID);
      account.operationsLog.add({
        userName: demoUser.userName,
        timestamp: account.now(),
        tableName,
        itemID: userID,
      });
    },
  };
}
