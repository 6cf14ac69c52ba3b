import type { InputRule } from '../../define-call.ts';
import { integer } from '../../wire/integer.ts';

/** The two buttons to swap. */
export const quickButtonInputs = () => ({
  /** Product of the first button; it or `serviceID1` is needed (1010). */
  productID1: integer.optional(),
  /** Service of the first button, instead of `productID1`; both are refused with 1013. */
  serviceID1: integer.optional(),
  /** Product of the second button; it or `serviceID2` is needed (1010). */
  productID2: integer.optional(),
  /** Service of the second button, instead of `productID2`; both are refused with 1013. */
  serviceID2: integer.optional(),
});

/** A button is of a product or of a service. */
export const quickButtonRules: readonly InputRule[] = [
  { kind: 'notTogether', inputs: ['productID1', 'serviceID1'] },
  { kind: 'notTogether', inputs: ['productID2', 'serviceID2'] },
];
