import type { calls, InputOf } from '@erply-kit/schemas';

import type { Account } from '../../account/account.ts';
import type { Handler } from '../../generic/handler.ts';
import { savedAnswer, saveRecord } from '../../generic/save.ts';
import type { Row } from '../../store/row.ts';
import { refuse } from '../../wire/refusal.ts';

type Input = InputOf<typeof calls.savePaymentType>;

const longestType = 10;

/** 1016: the code is too long. 1012: another payment type has it. */
function checkType(account: Account, { paymentTypeID, type = '' }: Input): void {
  if (type === '') return;
  if (Array.from(type).length > longestType) refuse(1016, 'type');
  if (
    account
      .table('paymentTypes')
      .find('type', type)
      .some((id) => id !== paymentTypeID)
  )
    refuse(1012, 'type');
}

/** The name on receipts in the account's own language, whichever of its two inputs brings it. */
function printName({ languages }: Account, input: Row): Row {
  const inOwn = input[`print_name${languages.own.toUpperCase()}`];
  return typeof inOwn === 'string' && inOwn !== '' ? { print_name: inOwn } : {};
}

/** Makes or edits a payment type. No two have the same code. */
export const savePaymentType: Handler<typeof calls.savePaymentType> = (context, input) => {
  const { account } = context;
  const id = saveRecord(context, input, (saved) => {
    checkType(account, input);
    return { ...saved, ...printName(account, input) };
  });
  return savedAnswer(context.call, id);
};
