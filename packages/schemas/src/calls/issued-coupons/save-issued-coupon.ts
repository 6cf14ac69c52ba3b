import { defineCall } from '../../define-call.ts';
import { isoDate } from '../../wire/date.ts';
import { flag } from '../../wire/flag.ts';
import { integer, unixSeconds } from '../../wire/integer.ts';
import { text } from '../../wire/text.ts';
import { issuedCoupons } from './issued-coupons.ts';
import { savedIssuedCoupon } from './saved-issued-coupon.ts';

/**
 * Issues a coupon, or edits the one of `issuedCouponID`. What the rule costs is taken from the customer's reward points at
 * once; where there are too few, also without a customer (inferred), it is refused with 1042 and nothing is issued. A
 * register that is given without an identifier makes one: its ID, the rule's in four digits, a counter of seven, which
 * goes on from its `lastCouponNo` (inferred), four random digits.
 */
export const saveIssuedCoupon = defineCall({
  name: 'saveIssuedCoupon',
  docs: 'https://learn-api.erply.com/requests/saveissuedcoupon',
  effect: 'write',
  table: issuedCoupons,
  right: 'save',
  session: 'required',
  input: () => ({
    /** The coupon to edit; a new one is issued when left out. */
    issuedCouponID: integer.optional(),
    /** The rule; a new coupon needs it. */
    couponID: integer.optional(),
    /** What is printed as a bar code, of no other coupon (1012). A new coupon needs it or a register. */
    uniqueIdentifier: text.optional(),
    /** The register that issues it. */
    pointOfSaleID: integer.optional(),
    /** The sale it is issued with; CURRENT_INVOICE_ID in a bulk request. */
    invoiceID: integer.optional(),
    /** The same as `invoiceID`. */
    issuedInvoiceID: integer.optional(),
    /** Who gets it. */
    customerID: integer.optional(),
    /** The same as `customerID`. */
    issuedCustomerID: integer.optional(),
    /** Where it is issued. */
    warehouseID: integer.optional(),
    /** The same as `warehouseID`. */
    issuedWarehouseID: integer.optional(),
    /** Who issues it. */
    employeeID: integer.optional(),
    /** The same as `employeeID`. */
    issuedEmployeeID: integer.optional(),
    /** When it is issued; now when left out of a new one. */
    timestamp: unixSeconds.optional(),
    /** The same as `timestamp`. */
    issuedTimestamp: unixSeconds.optional(),
    /** The last day. */
    expiryDate: isoDate.optional(),
    /** 1 when the register prints it by itself. */
    isPrintedAutomatically: flag.optional(),
    /** 1 to leave the customer's reward points alone. */
    doNotSubtractRewardPoints: flag.optional(),
    /** To correct a coupon that was used: the sale. The others below likewise; else they are ignored. */
    redeemedInvoiceID: integer.optional(),
    /** Who used it. */
    redeemedCustomerID: integer.optional(),
    /** When it was used. */
    redeemedTimestamp: unixSeconds.optional(),
    /** Where it was used. */
    redeemedWarehouseID: integer.optional(),
    /** The register that took it. */
    redeemedPointOfSaleID: integer.optional(),
    /** Who took it. */
    redeemedEmployeeID: integer.optional(),
  }),
  module: 'promotions',
  createNeeds: [['couponID'], ['uniqueIdentifier', 'pointOfSaleID']],
  result: { one: savedIssuedCoupon },
  example: { couponID: 1, pointOfSaleID: 1, warehouseID: 1 },
  errors: [1006, 1010, 1011, 1012, 1042, 1061, 1062, 1157, 1158],
  loggable: [
    'issuedCouponID',
    'couponID',
    'pointOfSaleID',
    'invoiceID',
    'issuedInvoiceID',
    'warehouseID',
    'issuedWarehouseID',
    'employeeID',
    'issuedEmployeeID',
    'expiryDate',
    'isPrintedAutomatically',
    'doNotSubtractRewardPoints',
    'redeemedInvoiceID',
    'redeemedWarehouseID',
    'redeemedPointOfSaleID',
    'redeemedEmployeeID',
  ],
  evidence: 'Documented, the answer from a typed client; 1042 without a customer is inferred.',
});
