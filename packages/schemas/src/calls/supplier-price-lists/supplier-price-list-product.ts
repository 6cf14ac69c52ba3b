import { defineRecord } from '../../define-record.ts';
import { decimal } from '../../wire/decimal.ts';
import { id, integer } from '../../wire/integer.ts';
import { text } from '../../wire/text.ts';

/** A product's row in a supplier's price list. */
export const supplierPriceListProduct = defineRecord(() => ({
  /** The price list; only newer servers send it. */
  supplierPriceListID: integer,
  /** ID of the row, by which it is edited and deleted. */
  supplierPriceListProductID: id,
  /** The product. */
  productID: integer,
  /** Net. */
  price: decimal,
  /** The least amount that the price is for; quantity price lists module only. */
  amount: integer.optional(),
  /** The supplier's code of the product. */
  supplierCode: text,
  /** Units in a package of the supplier. */
  masterPackQuantity: integer,
  /** The least that the supplier takes an order for. */
  minimumOrderQuantity: integer,
  /** The product's code in the files that prices come from. */
  importCode: text,
  /** Where the goods come from. */
  countryID: integer,
  /** A text of the user's; only newer servers send it. */
  notes: text,
}));
