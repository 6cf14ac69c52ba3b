import * as z from 'zod';

import { defineRecord } from '../../define-record.ts';
import { isoDate } from '../../wire/date.ts';
import { decimal } from '../../wire/decimal.ts';
import { integer } from '../../wire/integer.ts';
import { text } from '../../wire/text.ts';

/** A row of a purchase document: a product, a service or a text. Unlike those of sales its IDs are numbers. */
export const purchaseRow = defineRecord(() => ({
  /** Stays the same when a save leaves the rows and their order alone; newer pages have it. */
  stableRowID: integer,
  /** The product; 0 for a service or a text. */
  productID: integer,
  /** The service. */
  serviceID: integer,
  /** What is printed: the product's name unless another text was saved. */
  itemName: text,
  /** Code of the product. */
  code: text,
  /** Second code of the product. */
  code2: text,
  /** The tax rate. */
  vatrateID: integer,
  /** How many; negative in a return. */
  amount: decimal,
  /** Net price of one before the discount, in the document's currency. */
  price: decimal,
  /** In percent. */
  discount: decimal,
  /** When the goods should be there. */
  deliveryDate: isoDate,
  /** What one cost with freight and the like, in the document's currency; only with `getCost`. */
  unitCost: decimal.optional(),
  /** What the row cost; only with `getCost`. */
  costTotal: decimal.optional(),
  /** The package that was bought; only in rows that are bought in packages. */
  packageID: integer.optional(),
  /** Type of that package; only in rows that are bought in packages. */
  packageTypeID: integer.optional(),
  /** Name of that type; only in rows that are bought in packages. */
  packageType: text.optional(),
  /** How many packages; only in rows that are bought in packages. */
  amountOfPackages: decimal.optional(),
  /** Units in such a package; only in rows that are bought in packages. */
  amountInPackage: decimal.optional(),
  /** Code of the product in the supplier's price list; newer pages have it. */
  supplierPriceListSupplierCode: text.optional(),
  /** Code for the import from that list; newer pages have it. */
  supplierPriceListImportCode: text.optional(),
  /** Notes of that list; newer pages have it. */
  supplierPriceListNotes: text.optional(),
  /** What applications have written to the row, an object for each of them; newer pages have it. */
  jdoc: z.unknown().optional(),
}));
