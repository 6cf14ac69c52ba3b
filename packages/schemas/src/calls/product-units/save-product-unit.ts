import { defineCall } from '../../define-call.ts';
import { integer } from '../../wire/integer.ts';
import { text } from '../../wire/text.ts';
import { classifierNameFields, classifierNameInputs } from '../language-names.ts';
import { savedRecord } from '../saved-record.ts';
import { productUnits } from './product-units.ts';

/**
 * Makes a unit, or edits the one of `productUnitID`. Products show the new name at once.
 * @deprecated Erply recommends instead: PIM API.
 */
export const saveProductUnit = defineCall({
  name: 'saveProductUnit',
  docs: 'https://learn-api.erply.com/requests/saveproductunit',
  effect: 'write',
  table: productUnits,
  right: 'save',
  session: 'required',
  input: () => ({
    /** The unit to edit, which the read call names `unitID`; a new one is made when left out. */
    productUnitID: integer.optional(),
    /** What people read, in the account's language; a new one needs a name (inferred). */
    name: text.optional(),
    ...classifierNameInputs(),
  }),
  createNeeds: [['name', ...classifierNameFields]],
  result: {
    one: savedRecord(/** ID of the unit; the read call says `unitID`, inside quotes. */ 'productUnitID'),
  },
  example: { name: 'box' },
  errors: [1010, 1011, 1061, 1062],
  loggable: ['productUnitID'],
  deprecated: 'PIM API',
  evidence: 'From documentation of about 2019.',
});
