import * as z from 'zod';

import { defineRecord } from '../../define-record.ts';
import { decimal, decimalString } from '../../wire/decimal.ts';
import { flag } from '../../wire/flag.ts';
import { id, integer, unixSeconds } from '../../wire/integer.ts';
import { text } from '../../wire/text.ts';
import { attribute } from '../attribute.ts';

/** Work that is sold. Products without stock took the place of services. */
export const service = defineRecord(() => ({
  /** ID of the service. */
  serviceID: id,
  /** Its code. */
  code: text,
  /** What it is counted in. */
  unitID: integer,
  /** Name of that unit. */
  unitName: text,
  /** Its tax rate. */
  vatrateID: integer,
  /** That rate in per cent, inside quotes. */
  vatrate: decimalString,
  /** The product group that it is in. */
  groupID: integer,
  /** 1 for a way of delivery that a web shop offers. */
  webshopTransportOption: flag,
  /** In the account's language. */
  name: text,
  /** Longer text. */
  description: text,
  /** Net price, three decimals at most; a number or inside quotes, sources disagree. */
  price: decimal,
  /** Price with tax, two decimals at most; a number or inside quotes, sources disagree. */
  priceWithVat: decimal,
  /** 1 when the register has a button for it. */
  hasQuickSelectButton: flag,
  /** When it was made. */
  added: unixSeconds,
  /** 0 until the first edit (inferred). */
  lastModified: unixSeconds,
  /** Absent when there are none. */
  attributes: z.array(attribute()).optional(),
}));
