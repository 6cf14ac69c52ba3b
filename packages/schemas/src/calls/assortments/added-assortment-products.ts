import { defineRecord } from '../../define-record.ts';
import { idList } from '../../wire/lists.ts';

/** The products that were not added. */
export const addedAssortmentProducts = defineRecord(() => ({
  /** Those that were there before; their status stays. */
  productsAlreadyInAssortment: idList,
  /** Those that are not products. */
  nonExistingIDs: idList,
}));
