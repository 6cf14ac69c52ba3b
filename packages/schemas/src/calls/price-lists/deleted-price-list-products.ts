import { defineRecord } from '../../define-record.ts';
import { idList } from '../../wire/lists.ts';

/** What became of the rows that were to be deleted. */
export const deletedPriceListProducts = defineRecord(() => ({
  /** Rows that are gone now. */
  deletedIDs: idList,
  /** Rows that the list had not. */
  nonExistingIDs: idList,
}));
