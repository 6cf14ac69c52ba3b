import * as z from 'zod';

import { defineRecord } from '../../define-record.ts';
import { zeroDate } from '../../wire/date.ts';
import { flagString } from '../../wire/flag.ts';
import { id, unixSeconds } from '../../wire/integer.ts';
import { text, word } from '../../wire/text.ts';
import { attribute } from '../attribute.ts';
import { priceListRule } from './price-list-rule.ts';
import { priceListTypes } from './price-list-types.ts';

/** A list of prices and discounts that locations or customers can have. */
export const priceList = defineRecord(() => ({
  /** ID of the list; calls about its rows spell it `priceListID`. */
  pricelistID: id,
  /** What people read. */
  name: text,
  /** First day of the list; open when unset, whose spelling is inferred. */
  startDate: zeroDate,
  /** Last day of the list; open when unset. */
  endDate: zeroDate,
  /** A list that is not active changes no price. */
  active: flagString,
  /** Price list types module only. */
  type: word(priceListTypes).optional(),
  /** When it was made. */
  added: unixSeconds,
  /** Who made it. */
  addedByUserName: text,
  /** 0 until the first edit; an edit of its rows counts, too (inferred). */
  lastModified: unixSeconds,
  /** Who edited it last. */
  lastModifiedByUserName: text,
  /** Not with `getHeadersOnly`. */
  pricelistRules: z.array(priceListRule()).optional(),
  /** Absent when there are none. */
  attributes: z.array(attribute()).optional(),
}));
