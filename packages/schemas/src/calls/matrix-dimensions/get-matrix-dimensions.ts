import { defineCall } from '../../define-call.ts';
import { integer } from '../../wire/integer.ts';
import { pagingInputs } from '../paging-inputs.ts';
import { matrixDimension } from './matrix-dimension.ts';
import { matrixDimensions } from './matrix-dimensions.ts';

/** Dimensions of matrix products with their values. Deletions are not logged: only a full read shows a loss. */
export const getMatrixDimensions = defineCall({
  name: 'getMatrixDimensions',
  docs: 'https://learn-api.erply.com/requests/getmatrixdimensions',
  effect: 'read',
  table: matrixDimensions,
  right: 'view',
  session: 'required',
  input: () => ({
    /** Only this dimension. */
    dimensionID: integer.optional(),
    ...pagingInputs(),
  }),
  result: { list: matrixDimension },
  paging: { defaultPageSize: 20, maxPageSize: () => 100 },
  errors: [],
  loggable: ['dimensionID', 'recordsOnPage', 'pageNo'],
  evidence: 'Names from two SDKs, wire types by older documentation.',
});
