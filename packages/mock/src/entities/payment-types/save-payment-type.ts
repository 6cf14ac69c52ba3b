import type { calls } from '@erply-kit/schemas';

import type { Account } from '../../account/account.ts';
import type { Handler } from '../../generic/handler.ts';
import { savedAnswer, saveRecord } from '../../generic/save.ts';
import type { Row } from '../../store/row.ts';
import { checkTypeCode } from './check-type-code.ts';

/** The name on receipts in the account's own language, whichever of its two inputs brings it. */
function printName({ languages }: Account, input: Row): Row {
  const inOwn = input[`print_name${languages.own.toUpperCase()}`];
  return typeof inOwn === 'string' && inOwn !== '' ? { print_name: inOwn } : {};
}

/** Makes or edits a payment type. No two have the same code. */
export const savePaymentType: Handler<typeof calls.savePaymentType> = (context, input) => {
  const { account } = context;
  const id = saveRecord(context, input, (saved) => {
    checkTypeCode(account, 'paymentTypes', { id: input.paymentTypeID, type: input.type });
    return { ...saved, ...printName(account, input) };
  });
  return savedAnswer(context.call, id);
};
