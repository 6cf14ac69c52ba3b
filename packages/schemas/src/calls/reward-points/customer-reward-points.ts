import { defineRecord } from '../../define-record.ts';
import { decimal } from '../../wire/decimal.ts';
import { id } from '../../wire/integer.ts';

/** The balance of a customer. */
export const customerRewardPoints = defineRecord(() => ({
  /** The customer. */
  customerID: id,
  /** What can be spent now: earned less spent less expired. */
  points: decimal,
}));
