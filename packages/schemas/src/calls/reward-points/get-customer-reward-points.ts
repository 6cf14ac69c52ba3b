import { defineCall } from '../../define-call.ts';
import { integer } from '../../wire/integer.ts';
import { customerRewardPoints } from './customer-reward-points.ts';
import { earnedRewardPointRecords } from './earned-reward-point-records.ts';

/** What a customer has in reward points now. The `rewardPoints` of getCustomers are always 0. */
export const getCustomerRewardPoints = defineCall({
  name: 'getCustomerRewardPoints',
  docs: 'https://learn-api.erply.com/requests/getcustomerrewardpoints',
  effect: 'read',
  table: earnedRewardPointRecords,
  right: 'view',
  session: 'required',
  input: () => ({
    /** The customer. */
    customerID: integer,
  }),
  module: 'rewardPoints',
  result: { one: customerRewardPoints },
  example: { customerID: 1003 },
  errors: [1006, 1010, 1011],
  loggable: [],
  evidence:
    'Documentation of 2019; that the customer is required is inferred. A number with decimals in one client, an integer in the documentation.',
});
