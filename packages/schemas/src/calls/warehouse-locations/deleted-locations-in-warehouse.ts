import { defineRecord } from '../../define-record.ts';
import { idList } from '../../wire/lists.ts';

/** What became of the places. */
export const deletedLocationsInWarehouse = defineRecord(() => ({
  /** Those that are gone now. */
  deletedIDs: idList,
}));
