import { defineRecord } from '../../define-record.ts';
import { idList } from '../../wire/lists.ts';

/** The price lists that are gone. */
export const deletedPriceLists = defineRecord(() => ({
  /** Their IDs. */
  deletedIDs: idList,
}));
