import type { Account } from '../account/account.ts';
import type { Row } from '../store/row.ts';
import { refuse } from '../wire/refusal.ts';

/** 1011: an input names a record of another table that does not exist. */
export function checkReferences(account: Account, tableName: string, input: Row): void {
  const { joins = {}, parents = {}, references = {}, saveNames = {} } = account.table(tableName).definition;
  const joined = Object.values(joins).map(({ by, table }) => [by, table] as const);
  const tables = new Map([...joined, ...Object.entries({ ...references, ...parents })]);
  for (const [name, id] of Object.entries(input)) {
    const table = tables.get(saveNames[name] ?? name);
    if (table === undefined || typeof id !== 'number' || id === 0) continue;
    if (!account.table(table).has(id)) refuse(1011, name);
  }
}
