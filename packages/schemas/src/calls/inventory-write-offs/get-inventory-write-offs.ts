import { defineCall } from '../../define-call.ts';
import { integer } from '../../wire/integer.ts';
import { idList } from '../../wire/lists.ts';
import { documentFilters, documentInputs } from '../document-inputs.ts';
import { inventoryWriteOff } from './inventory-write-off.ts';
import { inventoryWriteOffs } from './inventory-write-offs.ts';

/** Documents that took goods out of stock without a sale. */
export const getInventoryWriteOffs = defineCall({
  name: 'getInventoryWriteOffs',
  docs: 'https://learn-api.erply.com/requests/getinventorywriteoffs',
  effect: 'read',
  table: inventoryWriteOffs,
  right: 'view',
  session: 'required',
  input: () => ({
    /** Only this write-off. */
    inventoryWriteOffID: integer.optional(),
    /** Only these write-offs; only newer pages have it. */
    inventoryWriteOffIDs: idList.optional(),
    /** Only write-offs in this location. */
    warehouseID: integer.optional(),
    ...documentInputs(),
  }),
  filters: {
    ...documentFilters,
    inventoryWriteOffIDs: { field: 'inventoryWriteOffID', by: 'oneOf' },
  },
  result: { list: inventoryWriteOff },
  paging: { defaultPageSize: 20, maxPageSize: () => 100 },
  errors: [1060],
  loggable: [
    'inventoryWriteOffID',
    'warehouseID',
    'dateFrom',
    'dateTo',
    'getCost',
    'changedSince',
    'recordsOnPage',
    'pageNo',
  ],
  evidence: 'Documented; no answer was captured, so that IDs, prices and amounts are numbers is inferred.',
});
