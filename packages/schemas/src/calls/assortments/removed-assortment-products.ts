import { defineRecord } from '../../define-record.ts';
import { idList } from '../../wire/lists.ts';

/** What became of the products. */
export const removedAssortmentProducts = defineRecord(() => ({
  /** Those that were taken out. */
  deletedIDs: idList,
  /** Those that the assortment does not have. */
  productsNotInAssortment: idList,
}));
