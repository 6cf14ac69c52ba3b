import type { Account } from '../../account/account.ts';
import type { User } from '../../account/user.ts';
import { userStamp } from '../../account/user-stamp.ts';

/** A document whose payments change counts as changed (inferred). Nothing else of it does, so stock is not asked. */
export function touchDocument(account: Account, documentID: number, user: User): void {
  const table = account.table('salesDocuments');
  if (!table.has(documentID)) return;
  account.changes();
  const stamps = { lastModified: account.now(), ...userStamp(table, 'lastModified', user) };
  table.update(documentID, stamps);
}
