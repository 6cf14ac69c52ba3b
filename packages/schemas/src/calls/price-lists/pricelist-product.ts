import { defineRecord } from '../../define-record.ts';
import { decimal } from '../../wire/decimal.ts';
import { id, integer, unixSeconds } from '../../wire/integer.ts';

/** All that is known of a product's row in a price list. Calls show parts of it, some under other names. */
export const pricelistProduct = defineRecord(() => ({
  /** ID of the row. */
  priceListProductID: id,
  /** The price list. */
  priceListID: integer,
  /** The product. */
  productID: integer,
  /** Net. */
  price: decimal,
  /** The least amount that the price is for. */
  amount: integer,
  /** What somebody else pays towards the price. */
  subsidy: decimal,
  /** Sort of subsidy. */
  subsidyTypeID: integer,
  /** Page of the flyer. */
  page: integer,
  /** Place on that page. */
  positionOnPage: integer,
  /** Units that are expected to be sold. */
  forecastUnits: integer,
  /** When it was added. */
  added: unixSeconds,
  /** 0 until the first edit. */
  lastModified: unixSeconds,
}));
