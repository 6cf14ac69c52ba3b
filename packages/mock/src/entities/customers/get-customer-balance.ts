import { type calls, phpJson } from '@erply-kit/schemas';

import { type Handler, userOf } from '../../generic/handler.ts';
import { balanceFields } from './customer-balance.ts';

/** Balance and credit of those of some customers who exist. */
export const getCustomerBalance: Handler<typeof calls.getCustomerBalance> = (context, input) => {
  userOf(context);
  const { account } = context;
  const table = account.table('customers');
  const options = { withoutPrepayments: input.getBalanceWithoutPrepayments === 1 };
  const ids = [...new Set(input.customerIDs)].filter((id) => table.has(id));
  const records = ids.map((customerID) =>
    phpJson({ customerID, ...balanceFields(account, table.get(customerID) ?? {}, options) }),
  );
  return { recordsTotal: records.length, records };
};
