import { defineRecord } from '../../define-record.ts';
import { decimal } from '../../wire/decimal.ts';
import { id, integer } from '../../wire/integer.ts';

/** A product's row in a price list. */
export const priceListProduct = defineRecord(() => ({
  /** ID of the row, by which it is edited and deleted. */
  priceListProductID: id,
  /** The product. */
  productID: integer,
  /** Net. */
  price: decimal,
  /** The least amount that the price is for; quantity price lists module only. */
  amount: integer.optional(),
  /** Price list subsidy module only. */
  subsidy: decimal.optional(),
  /** Sort of subsidy; price list subsidy module only. */
  subsidyTypeID: integer.optional(),
  /** Page of the flyer; price list subsidy module only. */
  page: integer.optional(),
  /** Place on that page; price list subsidy module only. */
  positionOnPage: integer.optional(),
  /** Units that are expected to be sold; price list subsidy module only. */
  forecastUnits: integer.optional(),
}));
