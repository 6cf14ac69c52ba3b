import { defineRecord } from '../define-record.ts';
import { idList } from '../wire/lists.ts';

const deletedFields = () => ({
  /** IDs of what is gone now. */
  deletedIDs: idList,
});

/** The answer of a call that deletes several records: those that are gone now. */
export const deletedRecords = defineRecord(deletedFields);

/** The same, with the IDs that belong to nothing. */
export const deletedAndMissingRecords = defineRecord(() => ({
  ...deletedFields(),
  /** IDs of what was not there. */
  nonExistingIDs: idList,
}));
