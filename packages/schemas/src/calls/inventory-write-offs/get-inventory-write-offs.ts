import { defineCall } from '../../define-call.ts';
import { isoDate } from '../../wire/date.ts';
import { flag } from '../../wire/flag.ts';
import { integer, unixSeconds } from '../../wire/integer.ts';
import { idList } from '../../wire/lists.ts';
import { pagingInputs } from '../paging-inputs.ts';
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
    /** Only documents of that day or later. */
    dateFrom: isoDate.optional(),
    /** Only documents of that day or earlier. */
    dateTo: isoDate.optional(),
    /** 1 adds `cost` to the rows. */
    getCost: flag.optional(),
    /** Only documents made or edited since, by the server's clock. */
    changedSince: unixSeconds.optional(),
    ...pagingInputs(),
  }),
  filters: {
    dateFrom: { field: 'date', by: 'from' },
    dateTo: { field: 'date', by: 'to' },
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
