import type { calls } from '@erply-kit/schemas';

import { genericDelete } from '../../generic/delete.ts';
import { type Handler, userOf } from '../../generic/handler.ts';
import { addCustomerDataEntries, isLogged } from './customer-data-log.ts';

/** Deletes a customer; that somebody deleted a person is logged. */
export const deleteCustomer: Handler<typeof calls.deleteCustomer> = async (context, input) => {
  const { account } = context;
  const { customerID } = input;
  const isOfPerson = isLogged(account, customerID);
  const answer = await genericDelete(context, input);
  const { employeeID, userName } = userOf(context);
  const entry = { customerID, employeeID, userName, description: '', fields: 'all' };
  if (isOfPerson) addCustomerDataEntries(account, [{ ...entry, activityType: 'delete' }]);
  return answer;
};
