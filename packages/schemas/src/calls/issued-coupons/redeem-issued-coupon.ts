import { defineCall } from '../../define-call.ts';
import { integer, unixSeconds } from '../../wire/integer.ts';
import { filledText } from '../../wire/text.ts';
import { couponRedemption } from './coupon-redemption.ts';
import { issuedCoupons } from './issued-coupons.ts';

/**
 * Writes down that a coupon was used, after the sale: 1040 was never issued, 1041 was used already, 1045 has expired. It
 * can be used once.
 */
export const redeemIssuedCoupon = defineCall({
  name: 'redeemIssuedCoupon',
  docs: 'https://learn-api.erply.com/requests/redeemissuedcoupon',
  effect: 'write',
  table: issuedCoupons,
  right: 'edit',
  session: 'required',
  input: () => ({
    /** What is printed on the coupon as a bar code. */
    uniqueIdentifier: filledText,
    /** The sale; CURRENT_INVOICE_ID in a bulk request. */
    invoiceID: integer.optional(),
    /** Who uses it. */
    customerID: integer.optional(),
    /** Where it is used. */
    warehouseID: integer.optional(),
    /** The register that takes it. */
    pointOfSaleID: integer.optional(),
    /** Who takes it. */
    employeeID: integer.optional(),
    /** When it is used; now when left out. */
    timestamp: unixSeconds.optional(),
  }),
  module: 'promotions',
  result: { one: couponRedemption },
  example: { uniqueIdentifier: '1000100000017919', warehouseID: 1 },
  errors: [1006, 1010, 1011, 1040, 1041, 1045, 1062, 1157, 1158],
  loggable: ['invoiceID', 'warehouseID', 'pointOfSaleID', 'employeeID'],
  evidence: 'Documentation of 2019; that the identifier is required is inferred.',
});
