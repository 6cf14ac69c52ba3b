import type { Account } from '../../account/account.ts';

/** Who pays a sales document: its payer where it names one, else its customer (inferred). */
export function payerOf(account: Account, documentID: number): number {
  const table = account.table('salesDocuments');
  return Number(table.value('payerID', documentID) ?? 0) || Number(table.value('clientID', documentID) ?? 0);
}
