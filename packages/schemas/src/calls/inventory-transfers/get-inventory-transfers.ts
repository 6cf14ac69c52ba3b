import { defineCall } from '../../define-call.ts';
import { flag } from '../../wire/flag.ts';
import { integer } from '../../wire/integer.ts';
import { idList, someOf } from '../../wire/lists.ts';
import { oneOf } from '../../wire/text.ts';
import { attributeFilter, attributeFilterRules } from '../attribute-inputs.ts';
import { documentFilters, documentInputs } from '../document-inputs.ts';
import { inventoryTransfer } from './inventory-transfer.ts';
import { inventoryTransfers } from './inventory-transfers.ts';
import { transferStatuses } from './transfer-statuses.ts';
import { transferTypes } from './transfer-types.ts';

/** Documents that moved goods between locations, and orders for that. */
export const getInventoryTransfers = defineCall({
  name: 'getInventoryTransfers',
  docs: 'https://learn-api.erply.com/requests/getinventorytransfers',
  effect: 'read',
  table: inventoryTransfers,
  right: 'view',
  session: 'required',
  input: () => ({
    /** Only this transfer. */
    inventoryTransferID: integer.optional(),
    /** Only these transfers; only newer pages have it. */
    inventoryTransferIDs: idList.optional(),
    /** Only the transfer of this number; only newer pages have it. */
    inventoryTransferNo: integer.optional(),
    /** Only transfers that this employee made; only newer pages have it. */
    creatorID: integer.optional(),
    /** Only transfers out of this location. */
    warehouseFromID: integer.optional(),
    /** Only transfers into this location. */
    warehouseToID: integer.optional(),
    /** Only confirmed transfers, or only others. */
    confirmed: flag.optional(),
    /** Only orders of these statuses; only newer pages have it. */
    statuses: someOf(transferStatuses).optional(),
    /** Only transfers with this reason; records do not show it. */
    reasonID: integer.optional(),
    /** Only transfers that came back for this reason; records do not show it. */
    returnReasonID: integer.optional(),
    /** Only transfers, or only orders. */
    type: oneOf(transferTypes).optional(),
    /** 1 for only orders that a transfer has fulfilled. */
    fulfilled: flag.optional(),
    ...attributeFilter(),
    ...documentInputs(),
  }),
  rules: attributeFilterRules,
  filters: {
    ...documentFilters,
    inventoryTransferIDs: { field: 'inventoryTransferID', by: 'oneOf' },
    statuses: { field: 'status', by: 'oneOf' },
  },
  result: { list: inventoryTransfer },
  paging: { defaultPageSize: 20, maxPageSize: () => 100 },
  errors: [1030, 1060],
  loggable: [
    'inventoryTransferID',
    'inventoryTransferNo',
    'creatorID',
    'warehouseFromID',
    'warehouseToID',
    'dateFrom',
    'dateTo',
    'getCost',
    'confirmed',
    'statuses',
    'reasonID',
    'returnReasonID',
    'type',
    'fulfilled',
    'changedSince',
    'recordsOnPage',
    'pageNo',
  ],
  unserved: { inputs: ['reasonID', 'returnReasonID'] },
  evidence: 'Documented; no answer was captured, so that IDs, prices and amounts are numbers is inferred.',
});
