import { defineCall } from '../../define-call.ts';
import { integer } from '../../wire/integer.ts';
import { rows } from '../../wire/numbered.ts';
import { text } from '../../wire/text.ts';
import { savedRecord } from '../saved-record.ts';
import { matrixDimensions } from './matrix-dimensions.ts';

/**
 * Makes a dimension, or edits the one of `dimensionID`. Values that are not named stay as they are (inferred).
 * @deprecated Erply recommends instead: PIM API POST /v1/matrix/dimension.
 */
export const saveMatrixDimension = defineCall({
  name: 'saveMatrixDimension',
  docs: 'https://learn-api.erply.com/requests/savematrixdimension',
  effect: 'write',
  table: matrixDimensions,
  right: 'save',
  session: 'required',
  input: () => ({
    /** The dimension to edit; a new one is made when left out. */
    dimensionID: integer.optional(),
    /** What people read; a new dimension needs it (inferred). */
    name: text.optional(),
    /**
     * Values, `valueName1` and `valueCode1` and so on; each needs both. A value of the dimension that has the code gets
     * the name, else one is added.
     */
    values: rows({
      /** What people read. */
      valueName: text,
      /** Code of the value. */
      valueCode: text,
    }).optional(),
  }),
  createNeeds: [['name']],
  result: { one: savedRecord('dimensionID') },
  example: { name: 'Wood', values: [{ valueName: 'Oak', valueCode: 'OAK' }] },
  errors: [1010, 1011, 1012, 1061, 1062],
  loggable: ['dimensionID'],
  deprecated: 'PIM API POST /v1/matrix/dimension',
  evidence: 'Documented; what is done with values is inferred from an example.',
});
