import { defineCall } from '../../define-call.ts';
import { integer } from '../../wire/integer.ts';
import { matrixDimensions } from './matrix-dimensions.ts';

/**
 * Deletes a dimension with its values, unless matrix products use it (1022).
 * @remarks Destructive: it cannot be undone. Ask first.
 */
export const deleteMatrixDimension = defineCall({
  name: 'deleteMatrixDimension',
  docs: 'https://learn-api.erply.com/requests/deletematrixdimension',
  effect: 'delete',
  table: matrixDimensions,
  right: 'delete',
  session: 'required',
  input: () => ({
    /** The dimension to delete. */
    dimensionID: integer,
  }),
  inUse: 1022,
  result: { none: true },
  example: { dimensionID: 3 },
  errors: [1010, 1011, 1022, 1063],
  loggable: ['dimensionID'],
  evidence: 'Names from older documentation, wire types by its logical types.',
});
