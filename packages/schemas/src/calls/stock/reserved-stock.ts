import { defineRecord } from '../../define-record.ts';
import { decimal } from '../../wire/decimal.ts';
import { id } from '../../wire/integer.ts';

/** How much of a product is held for customers in one location. */
export const reservedStock = defineRecord(() => ({
  /** The product. */
  productID: id,
  /** Held by orders, prepayments and quotes. */
  amountReserved: decimal,
}));
