import { defineRecord } from '../../define-record.ts';
import { filledDecimalString } from '../../wire/decimal.ts';
import { id, integer } from '../../wire/integer.ts';
import { text } from '../../wire/text.ts';

/** A product's price in one price list. */
export const productPriceInPriceList = defineRecord(() => ({
  /** ID of the row; only newer servers send it. */
  priceListProductID: id,
  /** The product. */
  productID: integer,
  /** The price list. */
  pricelistID: integer,
  /** The price list's name. */
  pricelistName: text,
  /** Net; a number in the documents, inside quotes to an SDK. */
  price: filledDecimalString,
  /** The least amount that the price is for; quantity price lists module only. */
  amount: integer.optional(),
}));
