import * as z from 'zod';

import { defineRecord } from '../../define-record.ts';
import { zeroDate } from '../../wire/date.ts';
import { flagString } from '../../wire/flag.ts';
import { id, integer, unixSeconds } from '../../wire/integer.ts';
import { text } from '../../wire/text.ts';
import { attribute } from '../attribute.ts';
import { supplierPriceRule } from './supplier-price-rule.ts';

/** What a supplier asks for its goods. */
export const supplierPriceList = defineRecord(() => ({
  /** ID of the list. */
  supplierPriceListID: id,
  /** Whose prices they are. */
  supplierID: integer,
  /** The supplier's name. */
  supplierName: text,
  /** What people read. */
  name: text,
  /** First day of the list; open when unset, whose spelling is inferred. */
  startDate: zeroDate,
  /** Last day of the list; open when unset. */
  endDate: zeroDate,
  /** A list that is not active suggests no price. */
  active: flagString,
  /** When it was made. */
  added: unixSeconds,
  /** 0 until the first edit; an edit of its rows counts, too (inferred). */
  lastModified: unixSeconds,
  /** Who made it. */
  addedByUserName: text,
  /** Who edited it last. */
  lastModifiedByUserName: text,
  /** Not with `getHeadersOnly`. */
  pricelistRules: z.array(supplierPriceRule()).optional(),
  /** Absent when there are none. */
  attributes: z.array(attribute()).optional(),
}));
