import type { calls } from '@erply-kit/schemas';

import type { Account } from '../../account/account.ts';
import type { User } from '../../account/user.ts';
import { type Handler, userOf } from '../../generic/handler.ts';
import { refuse } from '../../wire/refusal.ts';
import { followBases, followCredited, linkedIDs } from './base-documents.ts';

const tableName = 'salesDocuments';

/** Payments stay when their document goes: they are paid in advance then (inferred). */
function releasePayments(account: Account, documentID: number, user: User): void {
  const payments = account.table('payments').find('documentID', documentID);
  for (const id of payments) account.update('payments', { id, fields: { documentID: 0 }, user });
}

/**
 * Deletes a document: what it moved and reserved is where it was, and what it was based on is open again. 1022: others
 * are based on it, or take it back. 1063: the user does not work at its location (inferred).
 */
export const deleteSalesDocument: Handler<typeof calls.deleteSalesDocument> = async (context, input) => {
  const { account } = context;
  const { documentID: id } = input;
  const table = account.table(tableName);
  await table.index('creditToDocumentID');
  await account.table('payments').index('documentID');
  const before = table.get(id) ?? refuse(1011, 'documentID');
  const user = userOf(context);
  if (user.warehouseIDs !== null && !user.warehouseIDs.includes(Number(before.warehouseID))) refuse(1063);
  const isBase = linkedIDs(before, 'followUpDocuments').some((followUpID) => table.has(followUpID));
  if (isBase || table.find('creditToDocumentID', id).length > 0) refuse(1022);
  account.remove(tableName, id, user);
  followBases({ account, user, id, before });
  followCredited({ account, user, id, before });
  releasePayments(account, id, user);
  return { recordsTotal: 0, records: [] };
};
