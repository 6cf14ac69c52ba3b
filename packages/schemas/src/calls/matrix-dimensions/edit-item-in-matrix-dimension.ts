import { defineCall } from '../../define-call.ts';
import { integer } from '../../wire/integer.ts';
import { text } from '../../wire/text.ts';
import { languageNameInputs } from '../language-names.ts';
import { savedRecord } from '../saved-record.ts';
import { matrixDimensions } from './matrix-dimensions.ts';

/** Changes the name or the code of one value. Products show the new name at once. */
export const editItemInMatrixDimension = defineCall({
  name: 'editItemInMatrixDimension',
  docs: 'https://learn-api.erply.com/requests/edititeminmatrixdimension',
  effect: 'write',
  table: matrixDimensions,
  right: 'edit',
  session: 'required',
  input: () => ({
    /** The value; getMatrixDimensions calls it `variationID`. */
    itemID: integer,
    /** What people read. */
    name: text.optional(),
    ...languageNameInputs(),
    /** Code of the value; each value of a dimension has another (inferred, 1012). */
    code: text.optional(),
  }),
  result: { one: savedRecord(/** ID of the value; getMatrixDimensions calls it `variationID`. */ 'itemID') },
  example: { itemID: 1, name: 'Small', code: 'S' },
  errors: [1010, 1011, 1012, 1062],
  loggable: ['itemID'],
  evidence: 'Names from older documentation, wire types by its logical types.',
});
