import { defineRecord } from '../../define-record.ts';
import { id } from '../../wire/integer.ts';

/** A product that a location may sell. */
export const sellableProduct = defineRecord(() => ({
  /** ID of the product. */
  productID: id,
}));
