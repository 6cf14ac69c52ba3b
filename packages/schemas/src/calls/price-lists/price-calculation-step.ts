import { defineRecord } from '../../define-record.ts';
import { decimal } from '../../wire/decimal.ts';
import { integer } from '../../wire/integer.ts';
import { text, word } from '../../wire/text.ts';

/** What one price list did to a price. */
export const priceCalculationStep = defineRecord(() => ({
  /** The price list. */
  priceListID: integer,
  /** The price list's name. */
  priceListName: text,
  /** The price that the list sets. */
  price: decimal,
  /** The sum that the list takes off. */
  discount: decimal,
  /** Whether the list sets a price or takes something off. */
  type: word(['PRICE', 'DISCOUNT']),
  /** Only when the list gives a discount in percent. */
  percentage: decimal.optional(),
}));
