import { defineRecord } from '../../define-record.ts';
import { id } from '../../wire/integer.ts';

/** The row that was saved. */
export const savedPriceListProduct = defineRecord(() => ({
  /** ID of the row. */
  priceListProductID: id,
}));
