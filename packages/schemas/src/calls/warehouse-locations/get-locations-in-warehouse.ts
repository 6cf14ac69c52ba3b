import { defineCall } from '../../define-call.ts';
import { idList } from '../../wire/lists.ts';
import { text } from '../../wire/text.ts';
import { pagingInputs } from '../paging-inputs.ts';
import { locationInWarehouse } from './location-in-warehouse.ts';
import { warehouseLocations } from './warehouse-locations.ts';

/** Shelves and bins that product cards can name. There is no `changedSince`: a full read shows what is new. */
export const getLocationsInWarehouse = defineCall({
  name: 'getLocationsInWarehouse',
  docs: 'https://learn-api.erply.com/requests/getlocationsinwarehouse',
  effect: 'read',
  table: warehouseLocations,
  right: 'view',
  session: 'required',
  input: () => ({
    /** Only these locations. */
    locationInWarehouseIDs: idList.optional(),
    /** Only the location with exactly this name. */
    name: text.optional(),
    ...pagingInputs(),
  }),
  searches: { name: { match: 'equals', fields: ['locationInWarehouseName'] } },
  filters: {
    locationInWarehouseIDs: { field: 'locationInWarehouseID', by: 'oneOf' },
  },
  result: { list: locationInWarehouse },
  paging: { defaultPageSize: 20, maxPageSize: () => 100 },
  errors: [],
  loggable: ['locationInWarehouseIDs', 'recordsOnPage', 'pageNo'],
  evidence: 'Names from older documentation, wire types by its logical types.',
});
