import { defineCall } from '../../define-call.ts';
import { integer, unixSeconds } from '../../wire/integer.ts';
import { idList, wordList } from '../../wire/lists.ts';
import { oneOf } from '../../wire/text.ts';
import { pagingInputs } from '../paging-inputs.ts';
import { issuedCoupon } from './issued-coupon.ts';
import { issuedCouponStatuses } from './issued-coupon-statuses.ts';
import { issuedCoupons } from './issued-coupons.ts';

/** Coupons that were issued, and what became of them. */
export const getIssuedCoupons = defineCall({
  name: 'getIssuedCoupons',
  docs: 'https://learn-api.erply.com/requests/getissuedcoupons',
  effect: 'read',
  table: issuedCoupons,
  right: 'view',
  session: 'required',
  input: () => ({
    /** Only coupons with one of these identifiers; older pages know one. */
    uniqueIdentifier: wordList.optional(),
    /** Only coupons of this status, by the day of the server's clock. */
    status: oneOf(issuedCouponStatuses).optional(),
    /** Only coupons issued then or later. */
    issuedTimestampFrom: unixSeconds.optional(),
    /** Only coupons issued then or before. */
    issuedTimestampTo: unixSeconds.optional(),
    /** Only coupons used then or later. */
    redeemedTimestampFrom: unixSeconds.optional(),
    /** Only coupons used then or before; one that was not used is not among them (inferred). */
    redeemedTimestampTo: unixSeconds.optional(),
    /** Only coupons that this customer got. */
    issuedCustomerID: integer.optional(),
    /** Only coupons that one of these customers got. */
    issuedCustomerIDs: idList.optional(),
    /** Only coupons that this customer used. */
    redeemedCustomerID: integer.optional(),
    /** Only coupons that one of these customers used. */
    redeemedCustomerIDs: idList.optional(),
    /** Only coupons issued with one of these sales; only newer pages list it. */
    issuedInvoiceIDs: idList.optional(),
    /** Only coupons used in one of these sales; only newer pages list it. */
    redeemedInvoiceIDs: idList.optional(),
    /** Only coupons of these rules. */
    couponIDs: idList.optional(),
    /** Only coupons added or edited since, by the server's clock. That a coupon expires is not an edit. */
    changedSince: unixSeconds.optional(),
    ...pagingInputs(),
  }),
  module: 'promotions',
  filters: {
    uniqueIdentifier: { field: 'uniqueIdentifier', by: 'oneOf' },
    issuedTimestampFrom: { field: 'issuedTimestamp', by: 'from' },
    issuedTimestampTo: { field: 'issuedTimestamp', by: 'to' },
    redeemedTimestampFrom: { field: 'redeemedTimestamp', by: 'from' },
    redeemedTimestampTo: { field: 'redeemedTimestamp', by: 'to' },
    issuedCustomerIDs: { field: 'issuedCustomerID', by: 'oneOf' },
    redeemedCustomerIDs: { field: 'redeemedCustomerID', by: 'oneOf' },
    issuedInvoiceIDs: { field: 'issuedInvoiceID', by: 'oneOf' },
    redeemedInvoiceIDs: { field: 'redeemedInvoiceID', by: 'oneOf' },
    couponIDs: { field: 'couponID', by: 'oneOf' },
  },
  result: { list: issuedCoupon },
  paging: { defaultPageSize: 20, maxPageSize: () => 100 },
  errors: [1006],
  loggable: [
    'status',
    'issuedTimestampFrom',
    'issuedTimestampTo',
    'redeemedTimestampFrom',
    'redeemedTimestampTo',
    'issuedInvoiceIDs',
    'redeemedInvoiceIDs',
    'couponIDs',
    'changedSince',
    'recordsOnPage',
    'pageNo',
  ],
  evidence:
    'Documented; wire types of IDs and identifiers from a typed client. The order of the fields and that EXPIRED follows from the day are inferred.',
});
