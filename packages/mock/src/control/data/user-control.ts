import * as z from 'zod';

import { lazily } from '@erply-kit/schemas';

import type { Account } from '../../account/account.ts';
import { allRights, demoUser, type NewUser, type User } from '../../account/user.ts';
import type { Row } from '../../store/row.ts';
import type { AccountAccess } from '../account-access.ts';
import { name, recordID, text, yesOrNo } from '../body-fields.ts';
import { bodySchema, checkBody } from '../check-body.ts';
import { ControlError } from '../control-error.ts';
import type { DataControl } from './data-control.ts';

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
    employeeID: recordID().exactOptional(),
    employeeName: text().exactOptional(),
    groupID: recordID().exactOptional(),
    groupName: text().exactOptional(),
    apiAccess: yesOrNo().exactOptional(),
    rights: bodySchema('there is no field', rights).exactOptional(),
    warehouseIDs: z.array(recordID(), { error: 'a list of record IDs' }).nullable().exactOptional(),
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

/** A user as the control API shows it: that there is a password or PIN, but not which. */
function shown({ passwordHash, cardCodeHash, ...user }: User): Row {
  return { ...user, hasPassword: passwordHash !== null, hasCardCode: cardCodeHash !== null };
}

function existing(account: Account, userID: number): User {
  const user = account.users.get(userID);
  if (user === undefined) throw new ControlError(404, `users has no record ${userID}`);
  return user;
}

/** A user as one with these fields begins; `count` is how many there are. */
export function newUser(userName: string, values: UserFields, count: number): NewUser {
  const { userID: _, passwordHash: __, cardCodeHash: ___, ...defaults } = demoUser;
  const { rights, ...rest } = values;
  const employee = { employeeID: count + 1, employeeName: userName };
  return {
    ...defaults,
    password: null,
    cardCode: null,
    ...employee,
    ...rest,
    userName,
    rights: { ...allRights, ...rights },
  };
}

/** The users of an account. What of them a call shows is in verifyUser's record; rights and PIN are the fake's own. */
export function userControl(access: AccountAccess): DataControl {
  return {
    list: () => access.toRead().users.all().map(shown),
    get: (userID) => shown(existing(access.toRead(), userID)),
    insert(values) {
      const fields = checkBody(newUserBody(), values, tableName);
      checkUnique(access.toRead(), fields);
      const { users } = access.toAdd();
      return users.add(newUser(fields.userName, fields, users.all().length));
    },
    update(userID, values) {
      const before = existing(access.toRead(), userID);
      const { rights, ...fields } = checkBody(changeBody(), values, tableName);
      checkUnique(access.toRead(), fields, userID);
      const account = access.toAdd();
      account.users.change(userID, { ...fields, rights: { ...before.rights, ...rights } });
      return shown(existing(account, userID));
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
