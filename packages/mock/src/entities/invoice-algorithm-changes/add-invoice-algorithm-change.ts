import { type calls, phpJson } from '@erply-kit/schemas';

import { type Handler, userOf } from '../../generic/handler.ts';
import { refuse } from '../../wire/refusal.ts';
import { shopTime } from '../account/shop-time.ts';
import { isAlgorithmVersion } from './algorithm-version-on.ts';

/** Plans a change of the algorithm; a day has one. */
export const addInvoiceAlgorithmChange: Handler<typeof calls.addInvoiceAlgorithmChange> = (
  context,
  input,
) => {
  const user = userOf(context);
  const { account } = context;
  const { date, version } = input;
  if (date === null || date <= shopTime(account).date) refuse(1179, 'date');
  if (!isAlgorithmVersion(version)) refuse(1180, 'version');
  const [known] = account.table('invoiceAlgorithmChanges').find('date', date);
  if (known === undefined) account.insert('invoiceAlgorithmChanges', { date, version }, user);
  else account.update('invoiceAlgorithmChanges', { id: known, fields: { version }, user });
  return { recordsTotal: 1, records: [phpJson({ isAdded: 1 })] };
};
