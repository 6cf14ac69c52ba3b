import type { Account } from '../../account/account.ts';
import { demoUser, type User } from '../../account/user.ts';
import type { Row } from '../../store/row.ts';

/** What data says of the employee and of the group of a user. */
export interface CardFields {
  readonly employeeID?: number;
  readonly employeeName?: string;
  readonly groupID?: number;
  readonly groupName?: string;
}

/** A table that a user refers to, by the record's name. */
interface CardTable {
  readonly name: 'employees' | 'userGroups';
  readonly nameField: string;
  /** A record with just that name. */
  readonly named: (name: string) => Row;
}

const employees: CardTable = {
  name: 'employees',
  nameField: 'fullName',
  named: (name) => ({ fullName: name, firstName: '', lastName: name }),
};

const userGroups: CardTable = { name: 'userGroups', nameField: 'name', named: (name) => ({ name }) };

/** Gives the record of an ID a name, and makes the record where there is none. Without a name nothing is done. */
function nameCard(account: Account, table: CardTable, card: { id: number; name: string | undefined }): void {
  const { id, name } = card;
  if (name === undefined) return;
  const { definition } = account.table(table.name);
  const row = account.table(table.name as string).get(id);
  if (row === undefined) {
    // An empty name is that of a record which is gone: an export says so of its users.
    if (name !== '') account.insert(table.name, { [definition.key]: id, ...table.named(name) }, demoUser);
  } else if (row[table.nameField] !== name)
    account.update(table.name, { id, fields: table.named(name), user: demoUser });
}

/** Whose cards they are; `before` is the user who is changed, none for a new one. */
interface Holder {
  readonly userName: string;
  readonly before: User | undefined;
}

function employeeOf(account: Account, { userName, before }: Holder, fields: CardFields): number {
  const { employeeID = before?.employeeID, employeeName } = fields;
  if (employeeID === 0 && employeeName === undefined) return 0;
  if (!employeeID) return account.insert('employees', employees.named(employeeName ?? userName), demoUser);
  const isThere = account.table('employees').has(employeeID);
  const name = employeeName ?? (isThere ? undefined : userName);
  nameCard(account, employees, { id: employeeID, name });
  return employeeID;
}

function groupOf(account: Account, { before }: Holder, fields: CardFields): number {
  const { groupID, groupName: name } = fields;
  if (groupID !== undefined) {
    nameCard(account, userGroups, { id: groupID, name });
    return groupID;
  }
  if (name === undefined) return before?.groupID ?? demoUser.groupID;
  const [known] = account.table('userGroups').find('name', name);
  return known ?? account.insert('userGroups', { name }, demoUser);
}

/**
 * Writes what is said of a user's employee and group to their tables, and answers their IDs. A new user without an
 * employee gets a card with the user's name, and goes to the group of the user `demo`.
 */
export function writeCards(
  account: Account,
  holder: Holder,
  fields: CardFields,
): Pick<User, 'employeeID' | 'groupID'> {
  return {
    employeeID: employeeOf(account, holder, fields),
    groupID: groupOf(account, holder, fields),
  };
}
