import { defineCall } from '../../define-call.ts';
import { integer } from '../../wire/integer.ts';
import { text } from '../../wire/text.ts';
import { languageNameInputs } from '../language-names.ts';
import { savedRecord } from '../saved-record.ts';
import { matrixDimensions } from './matrix-dimensions.ts';

/** Adds one value to a dimension, behind those that it has. */
export const addItemToMatrixDimension = defineCall({
  name: 'addItemToMatrixDimension',
  docs: 'https://learn-api.erply.com/requests/additemtomatrixdimension',
  effect: 'write',
  table: matrixDimensions,
  right: 'add',
  session: 'required',
  input: () => ({
    /** The dimension. */
    dimensionID: integer,
    /** What people read; needed (inferred), unless names come in languages. */
    name: text.optional(),
    ...languageNameInputs(),
    /** Code of the value; each value of a dimension has another (inferred, 1012). */
    code: text.optional(),
  }),
  result: { one: savedRecord(/** ID of the value; getMatrixDimensions calls it `variationID`. */ 'itemID') },
  example: { dimensionID: 1, name: 'Extra large', code: 'XL' },
  errors: [1010, 1011, 1012, 1028, 1061],
  loggable: ['dimensionID'],
  evidence: 'Names from older documentation, wire types by its logical types.',
});
