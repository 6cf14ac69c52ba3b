import { defineRecord } from '../../define-record.ts';
import { trueOrFalse } from '../../wire/flag.ts';
import { id } from '../../wire/integer.ts';

/** The customer that was saved. */
export const savedCustomer = defineRecord(() => ({
  /** The same as `customerID`; deprecated. */
  clientID: id,
  /** ID of the customer. */
  customerID: id,
  /** Erply found the customer by what was sent and made no new one. */
  alreadyExists: trueOrFalse,
}));
