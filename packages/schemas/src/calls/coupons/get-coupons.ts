import { defineCall } from '../../define-call.ts';
import { integer, unixSeconds } from '../../wire/integer.ts';
import { idList } from '../../wire/lists.ts';
import { pagingInputs } from '../paging-inputs.ts';
import { coupon } from './coupon.ts';
import { coupons } from './coupons.ts';

/** Coupon rules. getIssuedCoupons lists the coupons that were printed by them. */
export const getCoupons = defineCall({
  name: 'getCoupons',
  docs: 'https://learn-api.erply.com/requests/getcoupons',
  effect: 'read',
  table: coupons,
  right: 'view',
  session: 'required',
  input: () => ({
    /** Only this rule. */
    couponID: integer.optional(),
    /** Only these rules. */
    couponIDs: idList.optional(),
    /** Only rules added or edited since, by the server's clock. */
    changedSince: unixSeconds.optional(),
    ...pagingInputs(),
  }),
  module: 'promotions',
  filters: { couponIDs: { field: 'couponID', by: 'oneOf' } },
  result: { list: coupon },
  paging: { defaultPageSize: 20, maxPageSize: () => 100 },
  errors: [1006, 1142],
  loggable: ['couponID', 'couponIDs', 'changedSince', 'recordsOnPage', 'pageNo'],
  unserved: { errors: [1142] },
  evidence: 'Wire types from a typed SDK; that `treshold` is cut to a whole number is inferred.',
});
