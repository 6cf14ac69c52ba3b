import { defineRecord } from '../../define-record.ts';
import { idList } from '../../wire/lists.ts';

/** The products that were not changed. */
export const editedAssortmentProducts = defineRecord(() => ({
  /** Those that the assortment does not have. */
  productsNotInAssortment: idList,
}));
