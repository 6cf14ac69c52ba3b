import * as z from 'zod';

import { defineRecord } from '../../define-record.ts';
import { id } from '../../wire/integer.ts';
import { skippedItem } from './skipped-item.ts';

/** The price list that was saved. */
export const savedPriceList = defineRecord(() => ({
  /** ID of the list, new or edited. */
  pricelistID: id,
  /** Rules that could not be saved. */
  itemsNotAddedToPriceList: z.array(skippedItem()),
}));
