import { defineRecord } from '../../define-record.ts';
import { id, integer } from '../../wire/integer.ts';
import { text } from '../../wire/text.ts';

/** The customer that stands for sales without one. */
export const defaultCustomer = defineRecord(() => ({
  /** ID of the customer. */
  id,
  /** The customer's name. */
  name: text,
  /** The customer group. */
  groupID: integer,
  /** The group's name. */
  groupName: text,
}));
