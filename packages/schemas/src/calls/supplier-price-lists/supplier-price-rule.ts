import { defineRecord } from '../../define-record.ts';
import { filledDecimalString } from '../../wire/decimal.ts';
import { integer } from '../../wire/integer.ts';
import { text } from '../../wire/text.ts';

/** What a supplier asks for a product. */
export const supplierPriceRule = defineRecord(() => ({
  /** The product. */
  productID: integer,
  /** Net. */
  price: filledDecimalString,
  /** In the model of an SDK only: no page says what it is, and the fake never sends it. */
  type: text.optional(),
  /** In the model of an SDK only: no page says what it is, and the fake never sends it. */
  discountPercent: filledDecimalString.optional(),
  /** The least amount that the price is for; quantity price lists module only. */
  amount: integer.optional(),
}));
