import type { calls } from '@erply-kit/schemas';

import { checkIDs } from '../../generic/check-ids.ts';
import { type Handler, userOf } from '../../generic/handler.ts';
import { refuse } from '../../wire/refusal.ts';
import { isInEuropeanUnion } from './account-country.ts';
import { addCustomerDataEntries } from './customer-data-log.ts';

/** The longest description, in characters. */
const maxDescription = 255;

/** Writes to the processing log what somebody says was done with data of customers: all of it, or nothing. */
export const logProcessingOfCustomerData: Handler<typeof calls.logProcessingOfCustomerData> = (
  context,
  input,
) => {
  const { account } = context;
  const user = userOf(context);
  const { customerIDs, activityType, description, fields, employeeID = user.employeeID } = input;
  if (!isInEuropeanUnion(account)) refuse(1149);
  if (Array.from(description).length > maxDescription) refuse(1016, 'description');
  checkIDs(account, input, { employeeID: 'employees' });
  const ids = [...new Set(customerIDs)];
  const customers = account.table('customers');
  if (ids.some((id) => !customers.has(id))) refuse(1011, 'customerIDs');
  const { userName } = user;
  const said = { employeeID, userName, activityType, description, fields: [...new Set(fields)].join() };
  addCustomerDataEntries(
    account,
    ids.map((customerID) => ({ customerID, ...said })),
  );
  return { recordsTotal: 0, records: [] };
};
