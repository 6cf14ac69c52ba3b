import { type calls, phpJson } from '@erply-kit/schemas';

import { checkIDs } from '../../generic/check-ids.ts';
import { type Handler, userOf } from '../../generic/handler.ts';
import { refuse } from '../../wire/refusal.ts';
import { checkedPoints } from './points-ledger.ts';

const named = {
  invoiceID: 'salesDocuments',
  pointOfSaleID: 'pointsOfSale',
  employeeID: 'employees',
} as const;

/** Gives a customer points. */
export const addCustomerRewardPoints: Handler<typeof calls.addCustomerRewardPoints> = (context, input) => {
  const { account } = context;
  const { customerID, description = '', expiryUnixTime = 0, ...facts } = input;
  const customer = account.table('customers').get(customerID) ?? refuse(1011, 'customerID');
  checkIDs(account, input, named);
  const points = checkedPoints(input.points);
  if (customer.rewardPointsDisabled === 1) refuse(1072, 'customerID');
  const createdUnixTime = input.createdUnixTime || account.now();
  const times = { createdUnixTime, expiryUnixTime };
  const transactionID = account.insert(
    'earnedRewardPointRecords',
    { ...facts, customerID, earnedPoints: points, remainingPoints: points, description, ...times },
    userOf(context),
  );
  return { recordsTotal: 1, records: [phpJson({ transactionID, customerID, points, ...times })] };
};
