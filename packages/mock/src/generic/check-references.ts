import type { Account } from '../account/account.ts';
import { referencesOf } from '../store/joins.ts';
import type { Row } from '../store/row.ts';
import { refuse } from '../wire/refusal.ts';

/** 1011: an input names a record of another table that does not exist. */
export function checkReferences(account: Account, tableName: string, input: Row): void {
  const table = account.table(tableName);
  const { saveNames = {} } = table.definition;
  const tables = new Map(referencesOf(table));
  for (const [name, id] of Object.entries(input)) {
    const others = tables.get(saveNames[name] ?? name);
    if (others === undefined || typeof id !== 'number' || id === 0) continue;
    if (!others.some((other) => account.table(other).has(id))) refuse(1011, name);
  }
}
