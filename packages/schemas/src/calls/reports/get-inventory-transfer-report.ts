import { defineCall } from '../../define-call.ts';
import { isoDate } from '../../wire/date.ts';
import { integer } from '../../wire/integer.ts';
import { oneOf, text } from '../../wire/text.ts';
import { inventoryTransfers } from '../inventory-transfers/inventory-transfers.ts';
import { transferTypes } from '../inventory-transfers/transfer-types.ts';
import { reportLink } from '../report-link.ts';

/**
 * Rows of confirmed inventory transfers, or of orders for them, as a link to a CSV file: Erply recommends it for whole
 * periods. An account makes one report at a time: 1021 for another, until the file of the first is written (inferred from
 * getSalesReport).
 *
 * The file is in latin1. Fields are in double quotes, with semicolons between them; find columns by their names in the
 * first line. The last line begins with `TOTAL`. Which columns there are, and most of their names, is inferred.
 */
export const getInventoryTransferReport = defineCall({
  name: 'getInventoryTransferReport',
  docs: 'https://learn-api.erply.com/requests/getinventorytransferreport',
  effect: 'read',
  table: inventoryTransfers,
  right: 'view',
  session: 'required',
  input: () => ({
    /** Transfers or orders; both when left out (inferred). */
    type: oneOf(transferTypes).optional(),
    /** First day of the documents. */
    dateStart: isoDate.optional(),
    /** Last day of the documents. */
    dateEnd: isoDate.optional(),
    /** The currency of the sums, not a filter; that of the account when left out. */
    currencyCode: text.optional(),
    /** Only transfers out of this location. */
    warehouseFromID: integer.optional(),
    /** Only transfers into this location. */
    warehouseToID: integer.optional(),
    /** Only products of this supplier. */
    supplierID: integer.optional(),
  }),
  result: { one: reportLink },
  errors: [1010, 1016, 1021, 1060],
  loggable: [
    'type',
    'dateStart',
    'dateEnd',
    'currencyCode',
    'warehouseFromID',
    'warehouseToID',
    'supplierID',
  ],
  unserved: { errors: [1010] },
  evidence: 'Documented about 2019; the columns of the file are not, but for a few names.',
});
