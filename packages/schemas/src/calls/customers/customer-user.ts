import { defineRecord } from '../../define-record.ts';
import { idString, integerString } from '../../wire/integer.ts';
import { text } from '../../wire/text.ts';

/** Whom a name and password of the web shop belong to. */
export const customerUser = defineRecord(() => ({
  /** ID of the customer. */
  clientID: idString,
  /** Name in the web shop. */
  clientUsername: text,
  /** The whole name. */
  clientName: text,
  /** Of a person. */
  clientFirstName: text,
  /** Of a person. */
  clientLastName: text,
  /** The customer group. */
  clientGroupID: integerString,
  /** The group's name. */
  clientGroupName: text,
  /** The company of a contact person. */
  companyID: integerString,
  /** Name of that company. */
  companyName: text,
}));
