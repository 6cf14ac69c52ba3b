import type { Account } from '../../account/account.ts';
import type { Fields } from '../../query/filter.ts';
import type { Row } from '../../store/row.ts';
import { refuse } from '../../wire/refusal.ts';
import { dayOf } from '../price-lists/price-calculator.ts';

/** What has become of a coupon by a day, yyyy-mm-dd: one that was used stays so, others expire after their last day. */
export function statusOn(day: string, get: Fields['get']): 'ACTIVE' | 'REDEEMED' | 'EXPIRED' {
  if (get('status') === 'REDEEMED') return 'REDEEMED';
  const last = String(get('expiryDate') ?? '');
  return last !== '' && last < day ? 'EXPIRED' : 'ACTIVE';
}

const refusals = { ACTIVE: undefined, REDEEMED: 1041, EXPIRED: 1045 } as const;

/** A coupon that can be used now, by its identifier; 1040, 1041 or 1045 says why it cannot, and names the input. */
export function usableCoupon(
  account: Account,
  uniqueIdentifier: string,
  input = 'uniqueIdentifier',
): { id: number; row: Row } {
  const table = account.table('issuedCoupons');
  const [id] = table.find('uniqueIdentifier', uniqueIdentifier);
  const row = id === undefined ? undefined : account.records('issuedCoupons').record(id);
  if (id === undefined || row === undefined) return refuse(1040, input);
  const refusal = refusals[statusOn(dayOf(account.now()), (field) => row[field])];
  if (refusal !== undefined) refuse(refusal, input);
  return { id, row };
}
