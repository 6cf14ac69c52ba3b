import { defineRecord } from '../../define-record.ts';
import { id, integer } from '../../wire/integer.ts';
import { assortmentProduct } from './assortment-product.ts';

/** A product in an assortment, as it is kept: answers show the product and the status alone. */
export const assortmentRow = defineRecord(() => ({
  /** Ours: Erply's calls name the assortment and the product instead. */
  assortmentRowID: id,
  /** ID of the assortment. */
  assortmentID: integer,
  /** The product; 0 when a row was made without one. */
  productID: integer,
  /** Status in the assortment. */
  status: assortmentProduct().shape.status,
}));
