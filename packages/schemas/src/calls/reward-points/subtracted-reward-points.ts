import { defineRecord } from '../../define-record.ts';
import { decimal } from '../../wire/decimal.ts';
import { id, integer } from '../../wire/integer.ts';

/** The answer of subtractCustomerRewardPoints. */
export const subtractedRewardPoints = defineRecord(() => ({
  /** ID of the record of spent points; only SDKs know it. */
  transactionID: id,
  /** Who spent them. */
  customerID: integer,
  /** What the customer has now. */
  remainingPoints: decimal,
  /** Points that were spent. */
  subtractedPoints: decimal,
}));
