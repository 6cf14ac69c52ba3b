import type { Account } from '../../account/account.ts';
import { demoUser, type User } from '../../account/user.ts';
import type { SideTable } from '../../own-data/side-table.ts';
import type { Row } from '../../store/row.ts';
import { checkBody } from '../check-body.ts';
import { ControlError } from '../control-error.ts';
import { newUser, newUserBody, type UserFields } from './user-control.ts';

const name = 'users';

function read(values: Row) {
  try {
    return { fields: checkBody<UserFields>(newUserBody(), values, name) };
  } catch (error) {
    if (error instanceof ControlError) return { problem: error.message };
    throw error;
  }
}

/** Passwords and PINs stay here. */
function exported({ userID: _, passwordHash: __, cardCodeHash: ___, ...user }: User): Row {
  return { ...user };
}

/** Another user of the account has the PIN. */
function isCardTaken({ users }: Account, { userName, cardCode }: UserFields): boolean {
  const holder = cardCode ? users.withCardCode(cardCode) : undefined;
  return holder !== undefined && holder.userName !== userName;
}

/** Users in data files: they are known by their names. Passwords can be given, and are never written. */
export const userData: SideTable = {
  name,
  bytes: 600,
  read,
  identity: ({ userName }) => String(userName),
  references: () => [],
  refused: (account, fields) =>
    isCardTaken(account, fields as UserFields) ? 'another user has this cardCode already' : undefined,
  timeOf: () => undefined,
  write({ users }, values) {
    const { userName = '', rights, ...fields } = values as UserFields;
    const before = users.named(userName);
    if (before === undefined) {
      users.add(newUser(userName, values as UserFields, users.all().length));
      return 'added';
    }
    users.change(before.userID, { ...fields, rights: { ...before.rights, ...rights } });
    return 'changed';
  },
  *records({ users }, onlyChanged) {
    for (const user of users.all()) if (!onlyChanged || user !== demoUser) yield exported(user);
  },
};
