import type { calls } from '@erply-kit/schemas';

import type { Handler } from '../../generic/handler.ts';
import { savedAnswer, saveRecord } from '../../generic/save.ts';
import { checkTypeCode } from '../payment-types/check-type-code.ts';

/** Makes or edits a way in which documents are expected to be paid. No two have the same code. */
export const saveInvoicePaymentType: Handler<typeof calls.saveInvoicePaymentType> = (context, input) => {
  const { account } = context;
  const { invoicePaymentTypeID, type } = input;
  const id = saveRecord(context, input, (saved) => {
    checkTypeCode(account, 'invoicePaymentTypes', { id: invoicePaymentTypeID, type });
    return saved;
  });
  return savedAnswer(context.call, id);
};
