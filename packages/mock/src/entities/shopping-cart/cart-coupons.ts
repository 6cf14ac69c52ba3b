import type { Account } from '../../account/account.ts';
import { usableCoupon } from '../issued-coupons/coupon-status.ts';

/** The coupons of a cart, by the promotion that they lead to, in the order in which they were scanned. */
export type ScannedCoupons = ReadonlyMap<number, readonly string[]>;

/** Looks scanned coupons up. 1040, 1041 or 1045: one of them cannot be used. */
export function scanCoupons(account: Account, identifiers: readonly string[]): ScannedCoupons {
  const scanned = new Map<number, string[]>();
  for (const identifier of new Set(identifiers)) {
    const { row } = usableCoupon(account, identifier, 'couponIdentifiers');
    const campaignID = account.table('coupons').get(Number(row.couponID ?? 0))?.campaignID ?? 0;
    scanned.set(campaignID, [...(scanned.get(campaignID) ?? []), identifier]);
  }
  return scanned;
}
