import { defineCall } from '../../define-call.ts';
import { idList } from '../../wire/lists.ts';
import { deletedRecords } from '../deleted-records.ts';
import { warehouseLocations } from './warehouse-locations.ts';

/**
 * Deletes shelves and bins. Product cards keep the ID of one that is gone, and show no name for it.
 * @remarks Destructive: it cannot be undone. Ask first.
 */
export const deleteLocationInWarehouse = defineCall({
  name: 'deleteLocationInWarehouse',
  docs: 'https://learn-api.erply.com/requests/deletelocationinwarehouse',
  effect: 'delete',
  table: warehouseLocations,
  right: 'delete',
  session: 'required',
  input: () => ({
    /** The locations to delete. One that does not exist is skipped (inferred). */
    locationInWarehouseIDs: idList,
  }),
  result: { one: deletedRecords },
  example: { locationInWarehouseIDs: [1, 2] },
  errors: [1010, 1011, 1063],
  loggable: ['locationInWarehouseIDs'],
  evidence: 'Names from older documentation; the answer is inferred from calls alike.',
});
