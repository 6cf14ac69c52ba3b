import { type calls, phpJson } from '@erply-kit/schemas';

import type { Handler } from '../../generic/handler.ts';
import { usableCoupon } from './coupon-status.ts';

/** A coupon that can be used now. */
export const verifyIssuedCoupon: Handler<typeof calls.verifyIssuedCoupon> = ({ account }, input) => {
  const { id, row } = usableCoupon(account, input.uniqueIdentifier);
  const { couponID = 0, uniqueIdentifier, campaignName = '', expiryDate } = row;
  const coupon = { issuedCouponID: id, couponID, uniqueIdentifier, campaignName };
  return { recordsTotal: 1, records: [phpJson({ ...coupon, expiryDate: expiryDate ?? '' })] };
};
