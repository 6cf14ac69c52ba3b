import { defineRecord } from '../../define-record.ts';
import { decimal } from '../../wire/decimal.ts';
import { id } from '../../wire/integer.ts';

/** How much there is of a product in all locations together. */
export const totalStock = defineRecord(() => ({
  /** The product. */
  productID: id,
  /** On hand, reserved units included. */
  amountInStock: decimal,
  /** Held by sales documents, never by transfer orders; only with `getAmountReserved`. */
  amountReserved: decimal.optional(),
}));
