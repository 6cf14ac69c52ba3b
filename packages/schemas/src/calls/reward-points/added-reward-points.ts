import { defineRecord } from '../../define-record.ts';
import { decimal } from '../../wire/decimal.ts';
import { id, integer, unixSeconds } from '../../wire/integer.ts';

/** The answer of addCustomerRewardPoints. */
export const addedRewardPoints = defineRecord(() => ({
  /** ID of the record of earned points. */
  transactionID: id,
  /** Who got them. */
  customerID: integer,
  /** Points that were given. */
  points: decimal,
  /** When they were given. */
  createdUnixTime: unixSeconds,
  /** From when on they cannot be spent; 0 for never. */
  expiryUnixTime: unixSeconds,
}));
