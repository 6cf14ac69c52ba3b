import type { calls } from '@erply-kit/schemas';

import { type Handler, userOf } from '../../generic/handler.ts';
import type { Row } from '../../store/row.ts';
import { refuse } from '../../wire/refusal.ts';
import { completedPurchase } from './completed-purchase.ts';

/** Changes prices of rows of a document, and what follows from them. */
export const updatePurchaseDocumentRows: Handler<typeof calls.updatePurchaseDocumentRows> = (
  context,
  input,
) => {
  const { account } = context;
  const { id, rows: sent = [] } = input;
  const before: Row = account.table('purchaseDocuments').get(id) ?? refuse(1011, 'id');
  const rows = new Map(((before.rows ?? []) as readonly Row[]).map((row) => [row.stableRowID, row]));
  if (sent.length === 0) refuse(1010, 'stableRowID1');
  for (const [index, { stableRowID, ...cells }] of sent.entries()) {
    const row = rows.get(stableRowID) ?? refuse(1011, `stableRowID${index + 1}`);
    rows.set(stableRowID, { ...row, ...cells });
  }
  const fields = completedPurchase(account, {
    document: { ...before, rows: [...rows.values()] },
    before,
  });
  account.update('purchaseDocuments', { id, fields, user: userOf(context) });
  return { recordsTotal: 1, records: [`{"invoiceID":${id}}`] };
};
