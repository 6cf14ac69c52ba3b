import { defineRecord } from '../../define-record.ts';
import { decimal } from '../../wire/decimal.ts';
import { id, integer } from '../../wire/integer.ts';
import { text } from '../../wire/text.ts';

/** A line of the report of all balances. */
export const customerBalanceLine = defineRecord(() => ({
  /** ID of the customer. */
  customerID: id,
  /** The customer's name. */
  customerName: text,
  /** Number of the loyalty card. */
  customerCardCode: text,
  /** The customer group. */
  customerGroupID: integer,
  /** What the customer owes; negative for what was paid in advance. */
  balance: decimal,
}));
