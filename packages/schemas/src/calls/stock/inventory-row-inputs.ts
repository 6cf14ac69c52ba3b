import { decimal } from '../../wire/decimal.ts';
import { integer } from '../../wire/integer.ts';
import { rows } from '../../wire/numbered.ts';

const cells = () => ({
  /** The product. */
  productID: integer,
  /** How many. */
  amount: decimal,
  /** Net price of one. Goods that leave are usually sent without: what they cost follows from their batches. */
  price: decimal.optional(),
  /** The package that was counted. */
  packageID: integer.optional(),
  /** How many packages. */
  amountOfPackages: decimal.optional(),
});

/** Rows of a registration that is saved. */
export const inventoryRowInputs = () => ({
  /** `productID1`, `amount1` and so on. They replace all rows that were there. */
  rows: rows(cells()).optional(),
});

/** Rows of a write-off or transfer that is saved. */
export const stableRowInputs = () => ({
  /** `productID1`, `amount1` and so on. They replace all rows that were there. */
  rows: rows({
    ...cells(),
    /** The row's own ID, to keep it. */
    stableRowID: integer.optional(),
  }).optional(),
});
