import { defineCall } from '../../define-call.ts';
import { integer } from '../../wire/integer.ts';
import { coupons } from './coupons.ts';

/**
 * Deletes a coupon rule. Coupons that were printed by it stay (inferred).
 * @remarks Destructive: it cannot be undone. Ask first.
 */
export const deleteCoupon = defineCall({
  name: 'deleteCoupon',
  docs: 'https://learn-api.erply.com/requests/deletecoupon',
  effect: 'delete',
  table: coupons,
  right: 'delete',
  session: 'required',
  input: () => ({
    /** The rule to delete. */
    couponID: integer,
  }),
  module: 'promotions',
  result: { none: true },
  example: { couponID: 1 },
  errors: [1006, 1010, 1011, 1063],
  loggable: ['couponID'],
  evidence: 'The input and the operations log are documented; the errors are inferred.',
});
