import { defineRecord } from '../../define-record.ts';
import { isoDate } from '../../wire/date.ts';
import { decimal, filledDecimalString } from '../../wire/decimal.ts';
import { flag } from '../../wire/flag.ts';
import { idString, integerString } from '../../wire/integer.ts';
import { idList } from '../../wire/lists.ts';
import { text } from '../../wire/text.ts';

/** A row of a sales document: a product, a service or a text. Unlike those of purchases its IDs are in quotes. */
export const salesRow = defineRecord(() => ({
  /** ID of the row, another one after each save of the document. */
  rowID: idString,
  /** Stays the same when a save leaves the rows and their order alone. */
  stableRowID: integerString,
  /** The product; 0 for a service or a text. */
  productID: integerString,
  /** The service, which non-stock products have replaced. */
  serviceID: integerString,
  /** What is printed: the product's name unless another text was saved. */
  itemName: text,
  /** Code of the product. */
  code: text,
  /** Second code of the product. */
  code2: text,
  /** Bar code of the product. */
  barcode: text,
  /** The tax rate. */
  vatrateID: integerString,
  /** How many; negative in a credit invoice. */
  amount: filledDecimalString,
  /** Net price of one before the discount, in the document's currency. */
  price: filledDecimalString,
  /** In percent. */
  discount: filledDecimalString,
  /** Net price of one after the discount. */
  finalNetPrice: decimal,
  /** Price of one with tax after the discount. */
  finalPriceWithVAT: decimal,
  /** Net total of the row. */
  rowNetTotal: decimal,
  /** Tax of the row. */
  rowVAT: decimal,
  /** Total of the row with tax. */
  rowTotal: decimal,
  /** When the goods should be there. */
  deliveryDate: isoDate,
  /** Why the goods came back. */
  returnReasonID: integerString,
  /** Who sold it, where that is not the document's employee. */
  employeeID: integerString,
  /** Promotions that made the price. */
  campaignIDs: idList,
  /** The container that the goods are in, which the customer pays a deposit for. */
  containerID: integerString,
  /** How many of those. */
  containerAmount: integerString,
  /** 1 when the price was 0 before any discount. */
  originalPriceIsZero: flag,
  /** The package that was sold; only in rows that are sold in packages. */
  packageID: integerString.optional(),
  /** Type of that package; only in rows that are sold in packages. */
  packageTypeID: integerString.optional(),
  /** Name of that type; only in rows that are sold in packages. */
  packageType: text.optional(),
  /** How many packages; only in rows that are sold in packages. */
  amountOfPackages: filledDecimalString.optional(),
  /** Units in such a package; only in rows that are sold in packages. */
  amountInPackage: filledDecimalString.optional(),
  /** The waybill that an invoice or a credit invoice bills; only in those. */
  sourceWaybillID: integerString.optional(),
  /** The billing statement that the row comes from. */
  billingStatementID: integerString,
  /** First day that is billed. */
  billingStartDate: isoDate,
  /** Last day that is billed. */
  billingEndDate: isoDate,
  /** The batch of the goods; only with the module for wholesale of alcohol. */
  batch: text.optional(),
  /** What one cost, in the document's currency; only with `getCOGS`. */
  warehouseValue: filledDecimalString.optional(),
}));
