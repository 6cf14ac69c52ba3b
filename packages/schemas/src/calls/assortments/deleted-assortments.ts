import { defineRecord } from '../../define-record.ts';
import { idList } from '../../wire/lists.ts';

/** What became of the assortments. */
export const deletedAssortments = defineRecord(() => ({
  /** Those that are gone now. */
  deletedIDs: idList,
}));
