import { type calls, phpJson } from '@erply-kit/schemas';

import { type Handler, userOf } from '../../generic/handler.ts';
import { refuse } from '../../wire/refusal.ts';
import { shopTime } from '../account/shop-time.ts';

/** Takes back the change of a day. */
export const removeInvoiceAlgorithmChange: Handler<typeof calls.removeInvoiceAlgorithmChange> = (
  context,
  input,
) => {
  const user = userOf(context);
  const { account } = context;
  const { date } = input;
  if (date === null || date < shopTime(account).date) refuse(1179, 'date');
  const ids = account.table('invoiceAlgorithmChanges').find('date', date);
  for (const id of ids) account.remove('invoiceAlgorithmChanges', id, user);
  return { recordsTotal: 1, records: [phpJson({ recordsDeleted: ids.length })] };
};
