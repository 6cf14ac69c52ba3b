import type { TableName } from '@erply-kit/schemas';

import type { Account } from '../account/account.ts';
import type { Row } from '../store/row.ts';
import { refuse } from '../wire/refusal.ts';

/**
 * 1011: an input names a record that does not exist; 0 names none. For inputs that the table of the call does not declare
 * as references, because what they name may go without them.
 */
export function checkIDs(account: Account, input: Row, tables: Readonly<Record<string, TableName>>): void {
  for (const [name, table] of Object.entries(tables)) {
    const id = input[name];
    if (typeof id === 'number' && id !== 0 && !account.table(table).has(id)) refuse(1011, name);
  }
}
