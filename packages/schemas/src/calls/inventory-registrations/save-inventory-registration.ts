import { defineCall } from '../../define-call.ts';
import { isoDate } from '../../wire/date.ts';
import { flag } from '../../wire/flag.ts';
import { integer } from '../../wire/integer.ts';
import { text } from '../../wire/text.ts';
import { attributeInputs } from '../attribute-inputs.ts';
import { savedRecord } from '../saved-record.ts';
import { inventoryRowInputs } from '../stock/inventory-row-inputs.ts';
import { inventoryRegistrations } from './inventory-registrations.ts';

/**
 * Takes goods into stock: each row is a new batch at its price, one with a negative amount takes out. Once confirmed,
 * only prices can change, and all rows have to be sent, in their order (1023); anything else is refused with 1017.
 * @remarks Destructive unless confirmed is 0: a confirmed document has moved stock or money and is locked. Ask first.
 */
export const saveInventoryRegistration = defineCall({
  name: 'saveInventoryRegistration',
  docs: 'https://learn-api.erply.com/requests/saveinventoryregistration',
  effect: 'write',
  table: inventoryRegistrations,
  right: 'save',
  session: 'required',
  destructive: { unless: 'confirmed' },
  input: () => ({
    /** The registration to edit; a new one is made when left out. */
    inventoryRegistrationID: integer.optional(),
    /** The employee who makes it; the user's when left out. */
    creatorID: integer.optional(),
    /** Whose goods they are. */
    supplierID: integer.optional(),
    /** The location that the goods come to; a new registration needs it. */
    warehouseID: integer.optional(),
    /** The stocktaking that it comes from. */
    stocktakingID: integer.optional(),
    /** Why the goods are there: a reason of the purpose REGISTRATION (1153); needs the reason codes module. */
    reasonID: integer.optional(),
    /** The currency of the prices. */
    currencyCode: text.optional(),
    /** Day of the document; today when left out. */
    date: isoDate.optional(),
    /** A text of the user's. */
    cause: text.optional(),
    /** 0 for a draft, which moves nothing; a new registration is confirmed when left out. */
    confirmed: flag.optional(),
    ...inventoryRowInputs(),
    ...attributeInputs(),
  }),
  moduleInputs: { reasonID: { module: 'reasonCodes', code: 1006 } },
  createNeeds: [['warehouseID']],
  result: { one: savedRecord('inventoryRegistrationID') },
  example: { warehouseID: 1, rows: [{ productID: 1, amount: 12, price: 4.5 }] },
  errors: [1006, 1010, 1011, 1017, 1023, 1061, 1062, 1064, 1153],
  loggable: [
    'inventoryRegistrationID',
    'creatorID',
    'supplierID',
    'warehouseID',
    'stocktakingID',
    'reasonID',
    'currencyCode',
    'date',
    'confirmed',
  ],
  evidence: 'Documented; the answer from a typed SDK.',
});
