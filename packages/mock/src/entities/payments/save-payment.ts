import type { calls, InputOf } from '@erply-kit/schemas';

import { checkReferences } from '../../generic/check-references.ts';
import { type CallContext, type Handler, userOf } from '../../generic/handler.ts';
import { checkNeeds, savedAnswer, saveRecord } from '../../generic/save.ts';
import { claimTemporaryUUID } from '../../generic/temporary-uuid.ts';
import type { Row } from '../../store/row.ts';
import { refuse } from '../../wire/refusal.ts';
import { filledFields, paymentFields } from './payment-fields.ts';
import { identityOf, samePayment } from './same-payment.ts';
import { touchDocument } from './touch-document.ts';

type Input = InputOf<typeof calls.savePayment>;

/** The payment that is edited; `undefined` for a new one. */
function editedPayment({ account }: CallContext, { paymentID }: Input): Row | undefined {
  if (paymentID === undefined) return undefined;
  return account.table('payments').get(paymentID) ?? refuse(1011, 'paymentID');
}

/** Makes or edits a payment. One that is the same as a stored one is not made: that one is answered. */
export const savePayment: Handler<typeof calls.savePayment> = async (context, input) => {
  const { account, call } = context;
  const isNew = input.paymentID === undefined;
  if (isNew) await account.table('payments').index('identity');
  const uuid = isNew ? input.temporaryUUID : undefined;
  const remember = claimTemporaryUUID(account, { table: 'payments', uuid });
  const before = editedPayment(context, input);
  if (isNew) checkNeeds(call, input);
  checkReferences(account, 'payments', input);
  const fields = paymentFields(account, input, before);
  const { addedToStoreCredit: storeCredit = before?.storeCredit } = input;
  const identity = identityOf({ ...before, ...fields, storeCredit }, input);
  const same = isNew ? samePayment(account, identity) : undefined;
  if (same !== undefined) return savedAnswer(call, same);
  const id = saveRecord(context, input, (saved) => ({ ...filledFields(saved), ...fields, identity }));
  remember();
  const documents = new Set([Number(before?.documentID ?? 0), Number(fields.documentID ?? 0)]);
  for (const documentID of documents) touchDocument(account, documentID, userOf(context));
  return savedAnswer(call, id);
};
