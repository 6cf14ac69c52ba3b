import { defineCall } from '../../define-call.ts';
import { isoDate } from '../../wire/date.ts';
import { flag } from '../../wire/flag.ts';
import { integer } from '../../wire/integer.ts';
import { oneOf, text } from '../../wire/text.ts';
import { attributeInputs } from '../attribute-inputs.ts';
import { savedRecord } from '../saved-record.ts';
import { stableRowInputs } from '../stock/inventory-row-inputs.ts';
import { inventoryTransfers } from './inventory-transfers.ts';
import { transferStatuses } from './transfer-statuses.ts';
import { transferTypes } from './transfer-types.ts';

/**
 * Moves goods from one location to another; their batches keep what they cost. An order moves nothing. Once confirmed,
 * locations, currency and rows cannot change (1017). Bundles and products without stock are not allowed (1011,
 * inferred), nor is a transfer to where the goods are (1013, inferred).
 * @remarks Destructive unless confirmed is 0: a confirmed document has moved stock or money and is locked. Ask first.
 */
export const saveInventoryTransfer = defineCall({
  name: 'saveInventoryTransfer',
  docs: 'https://learn-api.erply.com/requests/saveinventorytransfer',
  effect: 'write',
  table: inventoryTransfers,
  right: 'save',
  session: 'required',
  destructive: { unless: 'confirmed' },
  input: () => ({
    /** The transfer to edit; a new one is made when left out. */
    inventoryTransferID: integer.optional(),
    /** The employee who makes it; the user's when left out. */
    creatorID: integer.optional(),
    /** The location that the goods leave; a new transfer needs it. */
    warehouseFromID: integer.optional(),
    /** The location that they come to; a new transfer needs it. */
    warehouseToID: integer.optional(),
    /** The address that they are brought to; only newer pages have it. */
    deliveryAddressID: integer.optional(),
    /** The currency of the prices. */
    currencyCode: text.optional(),
    /** TRANSFER when left out. */
    type: oneOf(transferTypes).optional(),
    /** Day of the document; today when left out. */
    date: isoDate.optional(),
    /** Day on which the goods should leave; orders only. */
    shippingDate: isoDate.optional(),
    /** Day on which they left; orders only. */
    shippingDateActual: isoDate.optional(),
    /** The order that it fulfils. */
    inventoryTransferOrderID: integer.optional(),
    /** What has become of an order; only newer pages have it. */
    status: oneOf(transferStatuses).optional(),
    /** A text of the user's. */
    notes: text.optional(),
    /** 0 for a draft, which moves nothing; a new transfer is confirmed when left out. */
    confirmed: flag.optional(),
    ...stableRowInputs(),
    ...attributeInputs(),
  }),
  createNeeds: [['warehouseFromID'], ['warehouseToID']],
  result: { one: savedRecord('inventoryTransferID') },
  example: { warehouseFromID: 1, warehouseToID: 2, rows: [{ productID: 1, amount: 3 }] },
  errors: [1010, 1011, 1013, 1017, 1061, 1062, 1064],
  loggable: [
    'inventoryTransferID',
    'creatorID',
    'warehouseFromID',
    'warehouseToID',
    'deliveryAddressID',
    'currencyCode',
    'type',
    'date',
    'shippingDate',
    'shippingDateActual',
    'inventoryTransferOrderID',
    'status',
    'confirmed',
  ],
  evidence: 'Documented; the answer from a typed SDK.',
});
