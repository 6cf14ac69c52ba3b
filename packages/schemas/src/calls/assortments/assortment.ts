import * as z from 'zod';

import { defineRecord } from '../../define-record.ts';
import { id, unixSeconds } from '../../wire/integer.ts';
import { text } from '../../wire/text.ts';
import { attribute } from '../attribute.ts';

/** A choice of products; a location that has one sells and orders only what is in it. */
export const assortment = defineRecord(() => ({
  /** ID of the assortment. */
  assortmentID: id,
  /** For integrations. */
  code: text,
  /** What people read, in the account's language or that of `lang`. */
  name: text,
  /** When it was made. */
  added: unixSeconds,
  /** 0 until the first edit. */
  lastModified: unixSeconds,
  /** Absent when there are none. */
  attributes: z.array(attribute()).optional(),
}));
