import { defineRecord } from '../../define-record.ts';
import { id } from '../../wire/integer.ts';
import { word } from '../../wire/text.ts';
import { productStatuses } from '../products/product-statuses.ts';

/** A product as it stands in an assortment. */
export const assortmentProduct = defineRecord(() => ({
  /** ID of the product. */
  productID: id,
  /** Status in the assortment; the card has one of its own. */
  status: word(productStatuses),
}));
