import { type calls, phpJson } from '@erply-kit/schemas';

import { type Handler, userOf } from '../../generic/handler.ts';
import type { Answer } from '../../wire/envelope.ts';
import { refuse } from '../../wire/refusal.ts';
import { namedShopper } from './named-shopper.ts';
import { isShopperPassword } from './shopper-passwords.ts';

/** Says whose a name and password of the web shop are. No session comes of it, and no lockout. */
export const verifyCustomerUser: Handler<typeof calls.verifyCustomerUser> = async (context, input) => {
  userOf(context);
  const { account, language } = context;
  const { username, password } = input;
  const id = await namedShopper(account, username);
  const customer = id === undefined ? undefined : account.records('customers').record(id, language);
  if (id === undefined || customer === undefined || !isShopperPassword(account, id, password)) {
    if (account.switches.customerLoginFailure === 'error') refuse(1051);
    return { recordsTotal: 0, records: [] } satisfies Answer;
  }
  const { fullName, firstName, lastName, groupID, groupName, companyID, employerName } = customer;
  const record = {
    clientID: String(id),
    clientUsername: username,
    clientName: fullName ?? '',
    clientFirstName: firstName ?? '',
    clientLastName: lastName ?? '',
    clientGroupID: String(groupID ?? 0),
    clientGroupName: groupName ?? '',
    companyID: String(companyID ?? 0),
    companyName: employerName ?? '',
  };
  return { recordsTotal: 1, records: [phpJson(record)] };
};
