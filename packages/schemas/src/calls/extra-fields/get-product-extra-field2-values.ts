import { defineCall } from '../../define-call.ts';
import { extraFieldInputs } from './extra-field-inputs.ts';
import { extraFieldValue } from './extra-field-value.ts';
import { extraField2Values } from './extra-field2-values.ts';

/** Values of extra field 2: getProducts answers their IDs as `extraField2ID`. Deletions are not logged. */
export const getProductExtraField2Values = defineCall({
  name: 'getProductExtraField2Values',
  docs: 'https://learn-api.erply.com/requests/getproductextrafield2values',
  effect: 'read',
  table: extraField2Values,
  right: 'view',
  session: 'required',
  module: 'extraFields',
  input: extraFieldInputs,
  result: { list: extraFieldValue },
  paging: { defaultPageSize: 20, maxPageSize: () => 100 },
  errors: [1006],
  loggable: ['changedSince', 'lang', 'recordsOnPage', 'pageNo'],
  deprecated: 'PIM API GET /v1/product/extra/field-2',
  evidence: 'Older documentation; that of field 4 is still there and the same.',
});
