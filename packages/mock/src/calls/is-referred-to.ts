import type { Account } from '../account/account.ts';
import type { Table } from '../account/table.ts';

/** The fields of a table that hold IDs of another. */
export function referringFields({ definition }: Table, otherName: string): string[] {
  const joined = Object.values(definition.joins ?? {}).map(({ by, table }) => [by, table] as const);
  return [...new Map([...joined, ...Object.entries(definition.references ?? {})])]
    .filter(([, table]) => table === otherName)
    .map(([field]) => field);
}

/** Some record of the account refers to this one. */
export function isReferredTo(account: Account, tableName: string, id: number): boolean {
  return account.tableNames.some((otherName) => {
    const other = account.table(otherName);
    const fields = referringFields(other, tableName);
    if (fields.length === 0) return false;
    for (const otherID of other.ids()) {
      const row = other.get(otherID);
      if (fields.some((field) => row?.[field] === id)) return true;
    }
    return false;
  });
}
