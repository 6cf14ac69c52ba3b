import type { Account } from '../../account/account.ts';

/** Payments of a document that is gone stay, and lose it (inferred): they are deposits of their customers. */
export function releasePayments(account: Account, documentID: number): void {
  const table = account.table('payments');
  for (const id of table.find('documentID', documentID))
    table.update(id, { documentID: 0, identity: '', lastModified: account.now() });
}
