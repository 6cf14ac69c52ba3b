import { type calls, phpJson } from '@erply-kit/schemas';

import { checkIDs } from '../../generic/check-ids.ts';
import type { Handler } from '../../generic/handler.ts';
import { pointsOf } from './points-ledger.ts';

/** What a customer can spend now. */
export const getCustomerRewardPoints: Handler<typeof calls.getCustomerRewardPoints> = (
  { account },
  { customerID },
) => {
  checkIDs(account, { customerID }, { customerID: 'customers' });
  return { recordsTotal: 1, records: [phpJson({ customerID, points: pointsOf(account, customerID) })] };
};
