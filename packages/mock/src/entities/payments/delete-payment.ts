import type { calls } from '@erply-kit/schemas';

import { genericDelete } from '../../generic/delete.ts';
import { type Handler, userOf } from '../../generic/handler.ts';
import { touchDocument } from './touch-document.ts';

/** Deletes a payment: its document counts as changed. */
export const deletePayment: Handler<typeof calls.deletePayment> = async (context, input) => {
  const { account } = context;
  const documentID = Number(account.table('payments').get(input.paymentID)?.documentID ?? 0);
  const answer = await genericDelete(context, input);
  touchDocument(account, documentID, userOf(context));
  return answer;
};
