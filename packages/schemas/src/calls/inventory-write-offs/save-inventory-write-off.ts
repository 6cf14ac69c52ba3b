import { defineCall } from '../../define-call.ts';
import { isoDate } from '../../wire/date.ts';
import { flag } from '../../wire/flag.ts';
import { integer } from '../../wire/integer.ts';
import { text } from '../../wire/text.ts';
import { attributeInputs } from '../attribute-inputs.ts';
import { savedRecord } from '../saved-record.ts';
import { stableRowInputs } from '../stock/inventory-row-inputs.ts';
import { inventoryWriteOffs } from './inventory-write-offs.ts';

/**
 * Takes goods out of stock, the oldest batches first. Once confirmed, nothing can change (1017).
 * @remarks Destructive unless confirmed is 0: a confirmed document has moved stock or money and is locked. Ask first.
 */
export const saveInventoryWriteOff = defineCall({
  name: 'saveInventoryWriteOff',
  docs: 'https://learn-api.erply.com/requests/saveinventorywriteoff',
  effect: 'write',
  table: inventoryWriteOffs,
  right: 'save',
  session: 'required',
  destructive: { unless: 'confirmed' },
  input: () => ({
    /** The write-off to edit; a new one is made when left out. */
    inventoryWriteOffID: integer.optional(),
    /** The employee who makes it; the user's when left out. */
    creatorID: integer.optional(),
    /** Who gets the goods. */
    recipientID: integer.optional(),
    /** Why the goods go; a new write-off needs it. */
    reasonID: integer.optional(),
    /** The location that the goods leave; a new write-off needs it. */
    warehouseID: integer.optional(),
    /** The stocktaking that it comes from, which can have one write-off (1186); only newer pages have it. */
    stocktakingID: integer.optional(),
    /** The currency of the prices. */
    currencyCode: text.optional(),
    /** Day of the document; today when left out. */
    date: isoDate.optional(),
    /** A text of the user's. */
    comments: text.optional(),
    /** 0 for a draft, which moves nothing; a new write-off is confirmed when left out. */
    confirmed: flag.optional(),
    ...stableRowInputs(),
    ...attributeInputs(),
  }),
  createNeeds: [['reasonID'], ['warehouseID']],
  result: { one: savedRecord('inventoryWriteOffID') },
  example: { warehouseID: 1, reasonID: 1, rows: [{ productID: 1, amount: 1 }] },
  errors: [1010, 1011, 1017, 1061, 1062, 1064, 1186],
  loggable: [
    'inventoryWriteOffID',
    'creatorID',
    'recipientID',
    'reasonID',
    'warehouseID',
    'stocktakingID',
    'currencyCode',
    'date',
    'confirmed',
  ],
  evidence: 'Documented; the answer from a typed SDK.',
});
