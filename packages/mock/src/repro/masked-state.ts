import { type TableDefinition, tables } from '@erply-kit/schemas';

import type { SavedAccount, SavedData } from '../account/saved-account.ts';
import type { User } from '../account/user.ts';
import type { SavedFaults } from '../faults/faults.ts';
import type { SavedTable } from '../store/table.ts';
import { TextMasks } from './text-masks.ts';

const definitions: ReadonlyMap<string, TableDefinition> = new Map(
  Object.values<TableDefinition>(tables).map((table) => [table.name, table]),
);

/** What stands for the name of a user. */
export type NameOfUser = (userName: string) => string;

function maskedTable(name: string, table: SavedTable, masks: TextMasks): SavedTable {
  const definition = definitions.get(name);
  if (definition === undefined) throw new TypeError(`there is no table ${name}`);
  const changes = [...table.changes].map(([id, row]) => [id, row && masks.row(definition, row)] as const);
  return { ...table, changes: new Map(changes) };
}

const nameFields = ['userName', 'addedByUserName', 'lastModifiedByUserName'] as const;

function maskedUser(user: User, nameOf: NameOfUser): User {
  const named = nameFields
    .map((field) => [field, user[field] ?? ''] as const)
    .filter(([, name]) => name !== '');
  return { ...user, ...Object.fromEntries(named.map(([field, name]) => [field, nameOf(name)])) };
}

/** Rules that name a user go on naming the same. */
function withUserNames(faults: SavedFaults, nameOf: NameOfUser): SavedFaults {
  const rules = faults.rules.map((state) => {
    const { match } = state.rule;
    if (match?.user === undefined) return state;
    return { ...state, rule: { ...state.rule, match: { ...match, user: nameOf(match.user) } } };
  });
  return { ...faults, rules };
}

/** A state without the texts of records and people that a masked journal does not show either. */
export function createStateMask(nameOf: NameOfUser): (saved: SavedAccount) => SavedAccount {
  const masks = new TextMasks();
  return (saved) => {
    const { data } = saved;
    const { users } = data;
    const masked: SavedData = {
      ...data,
      tables: new Map([...data.tables].map(([name, table]) => [name, maskedTable(name, table, masks)])),
      operationsLog: data.operationsLog.map((entry) => ({ ...entry, userName: nameOf(entry.userName) })),
      users: { ...users, users: users.users.map((user) => maskedUser(user, nameOf)) },
    };
    return { ...saved, data: masked, faults: withUserNames(saved.faults, nameOf) };
  };
}
