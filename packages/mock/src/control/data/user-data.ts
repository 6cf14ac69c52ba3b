import type { Account } from '../../account/account.ts';
import { demoUser } from '../../account/user.ts';
import type { SideTable } from '../../own-data/side-table.ts';
import type { Row } from '../../store/row.ts';
import { checkBody } from '../check-body.ts';
import { ControlError } from '../control-error.ts';
import { addUser, changeUser, newUserBody, openFields, type UserFields } from './user-control.ts';

const name = 'users';

function read(values: Row) {
  try {
    return { fields: checkBody<UserFields>(newUserBody(), values, name) };
  } catch (error) {
    if (error instanceof ControlError) return { problem: error.message };
    throw error;
  }
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
  // One that is named is made where it is not there.
  references: ({ groupID, groupName }) =>
    typeof groupID === 'number' && groupName === undefined ? [['groupID', 'userGroups', groupID]] : [],
  refused: (account, fields) =>
    isCardTaken(account, fields as UserFields) ? 'another user has this cardCode already' : undefined,
  timeOf: () => undefined,
  write(account, values) {
    const fields = values as UserFields & { readonly userName: string };
    const before = account.users.named(fields.userName);
    if (before === undefined) addUser(account, fields);
    else changeUser(account, before, fields);
    return before === undefined ? 'added' : 'changed';
  },
  *records(account, onlyChanged) {
    for (const user of account.users.all())
      if (!onlyChanged || user !== demoUser) yield openFields(account, user);
  },
};
