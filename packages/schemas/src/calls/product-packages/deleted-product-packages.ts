import { defineRecord } from '../../define-record.ts';
import { idList } from '../../wire/lists.ts';

/** What became of the packages. */
export const deletedProductPackages = defineRecord(() => ({
  /** Those that are gone now. */
  deletedIDs: idList,
  /** Those that were not there. */
  nonExistingIDs: idList,
}));
