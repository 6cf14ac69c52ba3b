import type { Account } from '../account/account.ts';
import { referringFields } from '../store/joins.ts';

/**
 * Makes the indexes of all fields that refer to a table, and answers the check itself, which does not wait: whether some
 * other record of the account refers to the one with that ID.
 */
export async function referenceCheck(account: Account, tableName: string): Promise<(id: number) => boolean> {
  const fields = account.tableNames.flatMap((name) => {
    const table = account.table(name);
    return referringFields(table, tableName).map((field) => ({ table, field }));
  });
  for (const { table, field } of fields) await table.index(field);
  const isOther = (name: string, id: number, found: number) => name !== tableName || found !== id;
  return (id) =>
    fields.some(({ table, field }) =>
      table.find(field, id).some((found) => isOther(table.definition.name, id, found)),
    );
}
