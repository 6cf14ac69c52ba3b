import * as z from 'zod';

import { defineRecord } from '../../define-record.ts';
import { id, integer, unixSeconds } from '../../wire/integer.ts';
import { text } from '../../wire/text.ts';
import { attribute } from '../attribute.ts';

/** A category of products: a second tree, beside product groups. */
export const productCategory = defineRecord(() => ({
  /** ID of the category. */
  productCategoryID: id,
  /** 0 at the top. */
  parentCategoryID: integer,
  /** Other records call it `name`. */
  productCategoryName: text,
  /** Absent when there are none. */
  attributes: z.array(attribute()).optional(),
  /** When it was made. */
  added: unixSeconds,
  /** 0 until the first edit. */
  lastModified: unixSeconds,
}));
