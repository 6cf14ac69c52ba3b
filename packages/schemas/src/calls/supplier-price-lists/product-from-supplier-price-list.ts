import { defineRecord } from '../../define-record.ts';
import { zeroDate } from '../../wire/date.ts';
import { decimal } from '../../wire/decimal.ts';
import { flag } from '../../wire/flag.ts';
import { id, integer } from '../../wire/integer.ts';
import { text } from '../../wire/text.ts';

/** A product's price in one supplier's price list, with what is known of product, supplier and list. */
export const productFromSupplierPriceList = defineRecord(() => ({
  /** The product. */
  productID: id,
  /** The code on its card. */
  productCode: text,
  /** Net. */
  productPrice: decimal,
  /** The least amount that the price is for; quantity price lists module only. */
  productAmount: integer.optional(),
  /** The supplier's code of the product. */
  productSupplierCode: text,
  /** Units in a package of the supplier. */
  productMasterPackQuantity: integer,
  /** The least that the supplier takes an order for. */
  productMinimumOrderQuantity: integer,
  /** The product's code in the files that prices come from. */
  productImportCode: text,
  /** Where the goods come from. */
  productCountryID: integer,
  /** A text of the user's. */
  productNotes: text,
  /** Whose price it is. */
  supplierID: integer,
  /** The supplier's name. */
  supplierName: text,
  /** The supplier's number in the company register. */
  supplierCode: text,
  /** The supplier's code in another system. */
  supplierIntegrationCode: text,
  /** The price list. */
  priceListID: integer,
  /** The price list's name. */
  priceListName: text,
  /** First day of the list; its spelling when open is inferred. */
  priceListStartDate: zeroDate,
  /** Last day of the list; its spelling when open is inferred. */
  priceListEndDate: zeroDate,
  /** The `active` of the list, whatever its days. */
  isActivePriceList: flag,
  /** ID of the row, by which it is edited and deleted. */
  priceListProductID: id,
}));
