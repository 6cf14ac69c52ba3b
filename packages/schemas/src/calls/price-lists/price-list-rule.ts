import { defineRecord } from '../../define-record.ts';
import { decimal, filledDecimalString } from '../../wire/decimal.ts';
import { integer } from '../../wire/integer.ts';
import { word } from '../../wire/text.ts';
import { priceListRuleTypes } from './price-list-rule-types.ts';

/** One rule of a price list: the price of a product or service, or a discount on a group and the groups below it. */
export const priceListRule = defineRecord(() => ({
  /** What `id` is the ID of. */
  type: word(priceListRuleTypes),
  /** The product, product group or service. */
  id: integer,
  /** Net; only for PRODUCT and SERVICE. */
  price: filledDecimalString.optional(),
  /** Gross, 2 decimals; only with `getPricesWithVAT`, and only where there is a price (both inferred). */
  priceWithVat: decimal.optional(),
  /** Only for PRODGROUP. */
  discountPercent: filledDecimalString.optional(),
  /** The least amount that the price is for; quantity price lists module only. */
  amount: integer.optional(),
}));
