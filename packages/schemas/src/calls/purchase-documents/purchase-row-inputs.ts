import { isoDate } from '../../wire/date.ts';
import { decimal } from '../../wire/decimal.ts';
import { integer } from '../../wire/integer.ts';
import { rows } from '../../wire/numbered.ts';
import { text } from '../../wire/text.ts';

/** Rows of a purchase document that is saved. */
export const purchaseRowInputs = () => ({
  /**
   * `productID1`, `amount1` and so on: a product, a service or a text. They replace all rows that were there, unless the
   * document is confirmed and has moved stock: then they can only say what they said (1017).
   */
  rows: rows({
    /** The row's own ID, to keep it where rows are added, removed or put in another order. */
    stableRowID: integer.optional(),
    /** The product. */
    productID: integer.optional(),
    /** The service; not together with a product (1013). */
    serviceID: integer.optional(),
    /** What is printed; the name of the product or service when left out. */
    itemName: text.optional(),
    /** The tax rate; that of the supplier, else that of the product, when left out (inferred). */
    vatrateID: integer.optional(),
    /** How many; negative in a return. Only a text goes without. */
    amount: decimal.optional(),
    /** Net price of one before the discount; 0 when left out (inferred). */
    price: decimal.optional(),
    /** Percent. */
    discount: decimal.optional(),
    /** When the goods should be there; only in an order (1217). */
    deliveryDate: isoDate.optional(),
    /** The package that is bought. */
    packageID: integer.optional(),
    /** How many packages. */
    amountOfPackages: decimal.optional(),
    /**
     * `rowJDoc1` and so on: JSON with an object for each application. `{"extraCosts":{"extraCost":2}}` raises what one
     * piece costs by 2, in the document's currency (that it is of one piece is inferred). Only newer pages list it.
     */
    rowJDoc: text.optional(),
  }).optional(),
});
