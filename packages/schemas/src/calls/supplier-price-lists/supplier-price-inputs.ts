import { decimal } from '../../wire/decimal.ts';
import { integer } from '../../wire/integer.ts';
import { shortText } from '../../wire/text.ts';

const codeLength = 50;
const notesLength = 255;

/** What a product's row in a supplier's price list can have, and an edit can change. */
export const supplierPriceInputs = () => ({
  /** Net, not negative. */
  price: decimal.optional(),
  /** The supplier's code of the product; at most 50 characters. */
  supplierCode: shortText(codeLength).optional(),
  /** The product's code in the files that prices come from; at most 50 characters. */
  importCode: shortText(codeLength).optional(),
  /** Units in a package of the supplier, not negative. */
  masterPackQuantity: integer.optional(),
  /** The least that the supplier takes an order for, not negative. */
  minimumOrderQuantity: integer.optional(),
  /** Where the goods come from. */
  countryID: integer.optional(),
  /** A text of the user's; at most 255 characters. */
  notes: shortText(notesLength).optional(),
});
