import { defineCall } from '../../define-call.ts';
import { decimal } from '../../wire/decimal.ts';
import { integer, unixSeconds } from '../../wire/integer.ts';
import { text } from '../../wire/text.ts';
import { subtractedRewardPoints } from './subtracted-reward-points.ts';
import { usedRewardPointRecords } from './used-reward-point-records.ts';

const extras = { module: 'rewardPointExtras', code: 1028 } as const;

/** Spends points of a customer, those that were earned first before others (inferred); 1042 where there are too few. */
export const subtractCustomerRewardPoints = defineCall({
  name: 'subtractCustomerRewardPoints',
  docs: 'https://learn-api.erply.com/requests/subtractcustomerrewardpoints',
  effect: 'write',
  table: usedRewardPointRecords,
  right: 'add',
  session: 'required',
  input: () => ({
    /** Who spends them. */
    customerID: integer,
    /** The sale; CURRENT_INVOICE_ID in a bulk request. */
    invoiceID: integer.optional(),
    /** The promotion that they are spent on. */
    campaignID: integer.optional(),
    /** The location. */
    warehouseID: integer.optional(),
    /** The register; `pointOfSaleID` elsewhere. */
    salepointID: integer.optional(),
    /** The employee; `employeeID` elsewhere. */
    salespersonID: integer.optional(),
    /** How many, more than 0 (1016). */
    points: decimal,
    /** When they were spent; now when left out. */
    subtractedUnixTime: unixSeconds.optional(),
    /** The issued coupon that they are spent on; reward point extras module. */
    issuedCouponID: integer.optional(),
    /** Written freely; reward point extras module. */
    description: text.optional(),
  }),
  module: 'rewardPoints',
  moduleInputs: { issuedCouponID: extras, description: extras },
  result: { one: subtractedRewardPoints },
  example: { customerID: 1003, points: 1 },
  errors: [1006, 1010, 1011, 1016, 1028, 1042, 1061, 1157, 1158],
  loggable: [
    'invoiceID',
    'campaignID',
    'warehouseID',
    'salepointID',
    'salespersonID',
    'points',
    'subtractedUnixTime',
    'issuedCouponID',
  ],
  evidence:
    'Two SDKs; that customer and points are required is inferred, as is which points are spent first.',
});
