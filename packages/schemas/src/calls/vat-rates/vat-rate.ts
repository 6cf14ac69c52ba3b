import * as z from 'zod';

import { defineRecord } from '../../define-record.ts';
import { decimal, decimalString } from '../../wire/decimal.ts';
import { flag, flagString } from '../../wire/flag.ts';
import { idString, integer, unixSecondsString } from '../../wire/integer.ts';
import { text, word } from '../../wire/text.ts';
import { attribute } from '../attribute.ts';

const taxComponent = defineRecord(() => ({
  /** ID of the component. */
  componentID: integer,
  /** Who levies it. */
  type: word(['STATE', 'COUNTY', 'CITY', 'OTHER']),
  /** What people read. */
  name: text,
  /** Percent. */
  rate: decimal,
}));

/** A tax rate. */
export const vatRate = defineRecord(() => ({
  /** ID of the rate. */
  id: idString,
  /** What people read, such as "20%". */
  name: text,
  /** Percent. */
  rate: decimalString,
  /** Code for accounting. */
  code: text,
  /** 0 when it is archived; inside quotes. */
  active: flagString,
  /** Inside quotes, unlike in most records. */
  added: unixSecondsString,
  /** Inside quotes; 0 until the first edit. */
  lastModified: unixSecondsString,
  /** 1 for reverse VAT. */
  isReverseVat: flag,
  /** Percent of reverse VAT. */
  reverseRate: decimal,
  /** The rate that stands in where GST is exempt. */
  gstExemptTaxRateID: integer,
  /** Absent when there are none. */
  attributes: z.array(attribute()).optional(),
  /** Only for taxes made of components. */
  ZIPCode: text.optional(),
  /** Only for taxes made of components. */
  category: text.optional(),
  /** Only for taxes made of components. */
  state: text.optional(),
  /** Only for taxes made of components. */
  county: text.optional(),
  /** Only for taxes made of components. */
  city: text.optional(),
  /** The taxes that make up the rate; only where there are such, as in the United States. */
  components: z.array(taxComponent()).optional(),
}));
