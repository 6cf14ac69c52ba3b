import { isoDate } from '../../wire/date.ts';
import { decimal } from '../../wire/decimal.ts';
import { integer } from '../../wire/integer.ts';
import { idList } from '../../wire/lists.ts';
import { rows } from '../../wire/numbered.ts';
import { text } from '../../wire/text.ts';
import { appliedPromotionInputs } from '../shopping-cart/applied-promotion-inputs.ts';

/** Rows of a sales document that is saved. */
export const salesRowInputs = () => ({
  /**
   * `productID1`, `amount1` and so on: a product, a service or a text with its amount. They replace all rows that were
   * there; of a confirmed document that moved stock, all rows have to be sent in their order, with other prices,
   * discounts and tax rates at most.
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
    /** The tax rate; that of the register, product or service when left out. */
    vatrateID: integer.optional(),
    /** How many; negative in a credit invoice. Only a text goes without. */
    amount: decimal.optional(),
    /** Net price of one before the discount; the one on the card when left out (inferred). Only a text goes without. */
    price: decimal.optional(),
    /** Percent. */
    discount: decimal.optional(),
    /** Who sold it, where that is not the document's employee. */
    employeeID: integer.optional(),
    /** Why the goods came back. */
    returnReasonID: integer.optional(),
    /** The package that was sold. */
    packageID: integer.optional(),
    /** How many packages. */
    amountOfPackages: decimal.optional(),
    /** The waybill that the row of an invoice or a credit invoice bills. */
    sourceWaybillID: integer.optional(),
    /** The billing statement that the row comes from. */
    billingStatementID: integer.optional(),
    /** Metered billings that the row bills; not together with a billing statement (1013). Shown nowhere. */
    billingReadingIDs: idList.optional(),
    /** First day that is billed. */
    billingStartDate: isoDate.optional(),
    /** Last day that is billed. */
    billingEndDate: isoDate.optional(),
    /** When the goods should be there. */
    deliveryDate: isoDate.optional(),
    /** Promotions that made the price. */
    campaignIDs: idList.optional(),
    /** The batch of the goods. */
    batch: text.optional(),
    ...appliedPromotionInputs(),
  }).optional(),
});
