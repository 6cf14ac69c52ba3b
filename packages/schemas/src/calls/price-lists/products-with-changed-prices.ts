import * as z from 'zod';

import { defineRecord } from '../../define-record.ts';
import { id } from '../../wire/integer.ts';

/** Products whose prices changed. */
export const productsWithChangedPrices = defineRecord(() => ({
  /** Their IDs. */
  productIDs: z.array(id),
}));
