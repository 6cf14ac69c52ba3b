import { type calls, phpJson } from '@erply-kit/schemas';

import type { Account } from '../../account/account.ts';
import { type Handler, userOf } from '../../generic/handler.ts';
import { oneOfNumbers } from '../../query/filters.ts';
import { byNumber } from '../../query/order.ts';
import { refuse } from '../../wire/refusal.ts';

/** The customer of the setting, else the first one that is marked so. */
async function defaultID(account: Account): Promise<number | undefined> {
  const set = account.table('confParameters').get(1)?.default_client_idDat ?? 0;
  if (set !== 0) return set;
  const { base } = account.finder('customers');
  const filters = [oneOfNumbers(base, 'isPOSDefaultCustomer', [1])];
  const query = { filters, order: byNumber('customerID'), direction: 'asc' } as const;
  return (await account.finder('customers').find(query)).ids(0, 1)[0];
}

/** The customer of a register, where it has one that exists. */
function ofRegister(account: Account, pointOfSaleID: number): number | undefined {
  if (pointOfSaleID === 0) return undefined;
  const register = account.table('pointsOfSale').get(pointOfSaleID) ?? refuse(1011, 'pointOfSaleID');
  const { defaultCustomerID = 0 } = register;
  return account.table('customers').has(defaultCustomerID) ? defaultCustomerID : undefined;
}

/** The customer of sales without one, at a register where one is named; `undefined` where there is none. */
export const defaultCustomer = async (account: Account, pointOfSaleID: number): Promise<number | undefined> =>
  ofRegister(account, pointOfSaleID) ?? (await defaultID(account));

/** Who stands for sales without a customer; no record where nobody does. */
export const getDefaultCustomer: Handler<typeof calls.getDefaultCustomer> = async (context, input) => {
  userOf(context);
  const { account, language } = context;
  const id = await defaultCustomer(account, input.pointOfSaleID ?? 0);
  const customer = id === undefined ? undefined : account.records('customers').record(id, language);
  if (customer === undefined) return { recordsTotal: 0, records: [] };
  const { fullName: name = '', groupID = 0, groupName = '' } = customer;
  return { recordsTotal: 1, records: [phpJson({ id, name, groupID, groupName })] };
};
