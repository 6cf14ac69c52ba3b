import * as z from 'zod';

import { lazily } from '@erply-kit/schemas';

import type { Account } from '../account/account.ts';
import { allRights, demoUser, type User } from '../account/user.ts';
import type { Row } from '../store/row.ts';
import type { AccountAccess } from './account-access.ts';
import { ControlError } from './control-error.ts';
import type { DataControl } from './data-control.ts';

const tableName = 'users';
const positive = z.int().min(1);
const right = z.union([z.boolean(), z.array(z.string())]).exactOptional();

/** What can be set of a user. */
const fields = lazily(() =>
  z.strictObject({
    userName: z.string().min(1).exactOptional(),
    password: z.string().nullable().exactOptional(),
    cardCode: z.string().min(1).nullable().exactOptional(),
    employeeID: positive.exactOptional(),
    employeeName: z.string().exactOptional(),
    groupID: positive.exactOptional(),
    groupName: z.string().exactOptional(),
    apiAccess: z.boolean().exactOptional(),
    rights: z.strictObject({ view: right, add: right, edit: right, delete: right }).exactOptional(),
    warehouseIDs: z.array(positive).nullable().exactOptional(),
  }),
);

/** A message may name all fields that nobody knows. */
const longestMessage = 300;

type Fields = z.output<ReturnType<typeof fields>>;

function checked(values: unknown): Fields {
  const result = fields().safeParse(values);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const where = issue?.path.join('.').slice(0, 64) ?? '';
  throw new ControlError(
    400,
    `${tableName}: ${where === '' ? '' : `${where}: `}${(issue?.message ?? 'wrong').slice(0, longestMessage)}`,
  );
}

function checkUnique(account: Account, values: Fields, userID?: number): void {
  const { userName, cardCode } = values;
  const isOther = (user: User | undefined) => user !== undefined && user.userID !== userID;
  if (userName !== undefined && isOther(account.users.named(userName)))
    throw new ControlError(409, `users has a "${userName.slice(0, 64)}" already`);
  if (cardCode && isOther(account.users.withCardCode(cardCode)))
    throw new ControlError(409, 'another user has this cardCode already');
}

/** A user as the control API tells it: that there is a password or PIN, but not which. */
function shown({ password, cardCode, ...user }: User): Row {
  return { ...user, hasPassword: password !== null, hasCardCode: cardCode !== null };
}

function existing(account: Account, userID: number): User {
  const user = account.users.get(userID);
  if (user === undefined) throw new ControlError(404, `users has no record ${userID}`);
  return user;
}

function newUser(userName: string, values: Fields, count: number): Omit<User, 'userID'> {
  const { userID: _, ...defaults } = demoUser;
  const { rights, ...rest } = values;
  const employee = { employeeID: count + 1, employeeName: userName };
  return { ...defaults, password: null, ...employee, ...rest, userName, rights: { ...allRights, ...rights } };
}

/** The users of an account. What of them a call shows is in verifyUser's record; rights and PIN are the fake's own. */
export function userControl(access: AccountAccess): DataControl {
  return {
    list: () => access.toRead().users.all().map(shown),
    get: (userID) => shown(existing(access.toRead(), userID)),
    insert(values) {
      const given = checked(values);
      if (given.userName === undefined) throw new ControlError(400, 'users: userName is needed');
      checkUnique(access.toRead(), given);
      const { users } = access.toAdd();
      return users.add(newUser(given.userName, given, users.all().length));
    },
    update(userID, values) {
      const before = existing(access.toRead(), userID);
      const { rights, ...given } = checked(values);
      checkUnique(access.toRead(), given, userID);
      const account = access.toAdd();
      account.users.change(userID, { ...given, rights: { ...before.rights, ...rights } });
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
