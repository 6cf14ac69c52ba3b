import { type calls, phpJson } from '@erply-kit/schemas';

import { type Handler, userOf } from '../../generic/handler.ts';
import { balanceFields, balancesOf } from './customer-balance.ts';

/** Balance and credit of those of some customers who exist. */
export const getCustomerBalance: Handler<typeof calls.getCustomerBalance> = async (context, input) => {
  userOf(context);
  const { account } = context;
  const table = account.table('customers');
  const options = { withoutPrepayments: input.getBalanceWithoutPrepayments === 1 };
  const ids = [...new Set(input.customerIDs)].filter((id) => table.has(id));
  const balances = await balancesOf(account, ids, options);
  const records = ids.map((customerID) =>
    phpJson({ customerID, ...balanceFields(table.get(customerID) ?? {}, balances) }),
  );
  return { recordsTotal: records.length, records };
};
