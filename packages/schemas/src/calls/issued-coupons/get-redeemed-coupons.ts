import { defineCall } from '../../define-call.ts';
import { unixSeconds } from '../../wire/integer.ts';
import { text } from '../../wire/text.ts';
import { pagingInputs } from '../paging-inputs.ts';
import { issuedCoupons } from './issued-coupons.ts';
import { redeemedCoupon } from './redeemed-coupon.ts';

/** Coupons that were used. */
export const getRedeemedCoupons = defineCall({
  name: 'getRedeemedCoupons',
  docs: 'https://learn-api.erply.com/requests/getredeemedcoupons',
  effect: 'read',
  table: issuedCoupons,
  right: 'view',
  session: 'required',
  input: () => ({
    /** Only the coupon with exactly this identifier. */
    uniqueIdentifier: text.optional(),
    /** Only coupons added or edited since, by the server's clock. */
    changedSince: unixSeconds.optional(),
    ...pagingInputs(),
  }),
  module: 'promotions',
  result: { list: redeemedCoupon },
  paging: { defaultPageSize: 20, maxPageSize: () => 100 },
  errors: [1006],
  loggable: ['changedSince', 'recordsOnPage', 'pageNo'],
  evidence: 'Documented; wire types as those of getIssuedCoupons.',
});
