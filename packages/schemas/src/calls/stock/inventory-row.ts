import { defineRecord } from '../../define-record.ts';
import { decimal } from '../../wire/decimal.ts';
import { id, integer } from '../../wire/integer.ts';
import { text } from '../../wire/text.ts';

/** A row of a document that moves stock. */
export const inventoryRow = defineRecord(() => ({
  /** Stays the same while the document is edited. */
  stableRowID: integer,
  /** The product. */
  productID: id,
  /** Net price of one, as it was saved. */
  price: decimal,
  /** How many. */
  amount: decimal,
  /** What one really costs, by the batches that it comes from; only with `getCost`. */
  cost: decimal.optional(),
  /** The package that was counted; only with the packages module. */
  packageID: integer.optional(),
  /** Type of that package; only with the packages module. */
  packageTypeID: integer.optional(),
  /** Name of that type; only with the packages module. */
  packageType: text.optional(),
  /** How many packages; only with the packages module. */
  amountOfPackages: decimal.optional(),
  /** Units in such a package; only with the packages module. */
  amountInPackage: decimal.optional(),
}));
