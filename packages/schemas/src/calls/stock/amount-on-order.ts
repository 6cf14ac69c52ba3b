import { defineRecord } from '../../define-record.ts';
import { decimal } from '../../wire/decimal.ts';
import { id } from '../../wire/integer.ts';

/** How much of a product has been ordered from suppliers and not come. */
export const amountOnOrder = defineRecord(() => ({
  /** The product. */
  productID: id,
  /** Units; that they are a number is inferred. */
  amount: decimal,
}));
