import { defineCall } from '../../define-call.ts';
import { filledText } from '../../wire/text.ts';
import { issuedCoupons } from './issued-coupons.ts';
import { verifiedCoupon } from './verified-coupon.ts';

/** Whether a coupon can be used: 1040 was never issued, 1041 was used already, 1045 has expired. */
export const verifyIssuedCoupon = defineCall({
  name: 'verifyIssuedCoupon',
  docs: 'https://learn-api.erply.com/requests/verifyissuedcoupon',
  effect: 'read',
  table: issuedCoupons,
  right: 'view',
  session: 'required',
  input: () => ({
    /** What is printed on the coupon as a bar code. */
    uniqueIdentifier: filledText,
  }),
  module: 'promotions',
  result: { one: verifiedCoupon },
  example: { uniqueIdentifier: '1000100000017919' },
  errors: [1006, 1010, 1040, 1041, 1045],
  loggable: [],
  evidence: 'Documentation of 2019; that the identifier is required is inferred.',
});
