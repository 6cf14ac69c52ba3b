import { defineCall } from '../../define-call.ts';
import { idList } from '../../wire/lists.ts';
import { deletedRecords } from '../deleted-records.ts';
import { assortments } from './assortments.ts';

/**
 * Deletes assortments; one that a location has is refused with 1022 (inferred).
 * @remarks Destructive: it cannot be undone. Ask first.
 */
export const deleteAssortment = defineCall({
  name: 'deleteAssortment',
  docs: 'https://learn-api.erply.com/requests/deleteassortment',
  effect: 'delete',
  table: assortments,
  right: 'delete',
  session: 'required',
  input: () => ({
    /** The assortments to delete. One that does not exist is passed over (inferred). */
    assortmentIDs: idList,
  }),
  module: 'assortments',
  inUse: 1022,
  result: { one: deletedRecords },
  example: { assortmentIDs: [3] },
  errors: [1006, 1010, 1022, 1063],
  loggable: ['assortmentIDs'],
  evidence: 'Names from older documentation; the answer is inferred from calls alike.',
});
