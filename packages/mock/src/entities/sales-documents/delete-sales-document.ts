import type { calls } from '@erply-kit/schemas';

import { type Handler, userOf } from '../../generic/handler.ts';
import { refuse } from '../../wire/refusal.ts';
import { indexPayments } from '../payments/paid-of.ts';
import { followBases, followCredited, linkedIDs } from './base-documents.ts';

const tableName = 'salesDocuments';

/**
 * Deletes a document: what it moved and reserved is where it was, what it was based on is open again, and its payments
 * lose it. 1022: others are based on it, or take it back. 1063: the user does not work at its location (inferred).
 */
export const deleteSalesDocument: Handler<typeof calls.deleteSalesDocument> = async (context, input) => {
  const { account } = context;
  const { documentID: id } = input;
  const table = account.table(tableName);
  await table.index('creditToDocumentID');
  await indexPayments(account);
  const before = table.get(id) ?? refuse(1011, 'documentID');
  const user = userOf(context);
  if (user.warehouseIDs !== null && !user.warehouseIDs.includes(Number(before.warehouseID))) refuse(1063);
  const isBase = linkedIDs(before, 'followUpDocuments').some((followUpID) => table.has(followUpID));
  if (isBase || table.find('creditToDocumentID', id).length > 0) refuse(1022);
  account.remove(tableName, id, user);
  followBases({ account, user, id, before });
  followCredited({ account, user, id, before });
  return { recordsTotal: 0, records: [] };
};
