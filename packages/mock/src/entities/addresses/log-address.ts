import type { Account } from '../../account/account.ts';
import type { User } from '../../account/user.ts';
import { type CustomerDataActivity, logCustomerData } from '../customers/customer-data-log.ts';

/** Writes to the processing log that addresses of an owner were made, edited or deleted, where the law wants it. */
export function logAddress(
  account: Account,
  user: User,
  { ownerID, activityType }: { readonly ownerID: number; readonly activityType: CustomerDataActivity },
): void {
  logCustomerData(account, user, { customerID: ownerID, activityType, fields: ['address'] });
}
