import { defineRecord } from '../../define-record.ts';
import { id, integer } from '../../wire/integer.ts';
import { text } from '../../wire/text.ts';

/** An address in the record of its customer; only with `getAddresses=1`. */
export const customerAddress = defineRecord(() => ({
  /** ID of the address. */
  addressID: id,
  /** The whole address in one line. */
  address: text,
  /** Street and house. */
  street: text,
  /** Second line. */
  address2: text,
  /** City. */
  city: text,
  /** Postal code. */
  postalCode: text,
  /** State or county. */
  state: text,
  /** Name of the country. */
  country: text,
  /** Its type. */
  typeID: integer,
  /** Name of its type. */
  typeName: text,
}));
