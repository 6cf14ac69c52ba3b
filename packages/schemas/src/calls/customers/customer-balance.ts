import { defineRecord } from '../../define-record.ts';
import { decimal } from '../../wire/decimal.ts';
import { flag } from '../../wire/flag.ts';
import { id, integer } from '../../wire/integer.ts';

/** What a customer owes and may owe. */
export const customerBalance = defineRecord(() => ({
  /** ID of the customer. */
  customerID: id,
  /** What the customer owes; negative for what was paid in advance (inferred from getCustomerBalances). */
  actualBalance: decimal,
  /** The credit limit. */
  creditLimit: integer,
  /** `creditLimit` less `actualBalance`. */
  availableCredit: decimal,
  /** 1 for one who has a credit limit (inferred). */
  creditAllowed: flag,
}));
