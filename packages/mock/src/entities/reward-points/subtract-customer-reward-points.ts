import { type calls, phpJson } from '@erply-kit/schemas';

import { checkIDs } from '../../generic/check-ids.ts';
import { type Handler, userOf } from '../../generic/handler.ts';
import { checkedPoints, pointsOf, spendPoints } from './points-ledger.ts';

const named = {
  customerID: 'customers',
  invoiceID: 'salesDocuments',
  campaignID: 'campaigns',
  warehouseID: 'warehouses',
  salepointID: 'pointsOfSale',
  salespersonID: 'employees',
  issuedCouponID: 'issuedCoupons',
} as const;

/** Spends points of a customer. */
export const subtractCustomerRewardPoints: Handler<typeof calls.subtractCustomerRewardPoints> = (
  context,
  input,
) => {
  const { account } = context;
  const { customerID, salepointID, salespersonID, subtractedUnixTime, ...facts } = input;
  checkIDs(account, input, named);
  const points = checkedPoints(input.points);
  const spending = {
    ...facts,
    ...{ customerID, points, pointOfSaleID: salepointID, employeeID: salespersonID },
    createdUnixTime: subtractedUnixTime || undefined,
  };
  const transactionID = spendPoints(account, spending, userOf(context));
  const remainingPoints = pointsOf(account, customerID);
  const answer = { transactionID, customerID, remainingPoints, subtractedPoints: points };
  return { recordsTotal: 1, records: [phpJson(answer)] };
};
