import * as z from 'zod';

import { defineRecord } from '../../define-record.ts';
import { flag } from '../../wire/flag.ts';
import { id, integer, unixSeconds } from '../../wire/integer.ts';
import { text } from '../../wire/text.ts';
import { attribute } from '../attribute.ts';

/** An address of a customer, a supplier or the company itself. */
export const address = defineRecord(() => ({
  /** ID of the address. */
  addressID: id,
  /**
   * The customer, supplier or company (ID 1) whose address it is. In the dataset demo supplier 1 has the company's ID,
   * so both have the addresses of 1.
   */
  ownerID: integer,
  /** Its type. */
  typeID: integer,
  /** Name of its type. */
  typeName: text,
  /** 1 for a type that is offered for new addresses. */
  typeActivelyUsed: flag,
  /** Street and house; the whole address where it cannot be taken apart. */
  street: text,
  /** Second line. */
  address2: text,
  /** City. */
  city: text,
  /** Postal code. */
  postalCode: text,
  /** The same as `postalCode`; deprecated and still sent. */
  postcode: text,
  /** State or county. */
  state: text,
  /** Name of the country. */
  country: text,
  /** The whole address in one line; not in every capture. */
  address: text,
  /** When it was made. */
  added: unixSeconds,
  /** 0 until the first edit. */
  lastModified: unixSeconds,
  /** Who changed it last. */
  lastModifierUsername: text,
  /** The employee who changed it last. */
  lastModifierEmployeeID: integer,
  /** Absent when there are none. */
  attributes: z.array(attribute()).optional(),
}));
