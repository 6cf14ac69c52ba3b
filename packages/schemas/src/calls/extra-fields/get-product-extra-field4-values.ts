import { defineCall } from '../../define-call.ts';
import { extraFieldInputs } from './extra-field-inputs.ts';
import { extraFieldValue } from './extra-field-value.ts';
import { extraField4Values } from './extra-field4-values.ts';

/** Values of extra field 4: getProducts answers their IDs as `extraField4ID`. Deletions are not logged. */
export const getProductExtraField4Values = defineCall({
  name: 'getProductExtraField4Values',
  docs: 'https://learn-api.erply.com/requests/getproductextrafield4values',
  effect: 'read',
  table: extraField4Values,
  right: 'view',
  session: 'required',
  module: 'extraFields',
  input: extraFieldInputs,
  result: { list: extraFieldValue },
  paging: { defaultPageSize: 20, maxPageSize: () => 100 },
  errors: [1006],
  loggable: ['changedSince', 'lang', 'recordsOnPage', 'pageNo'],
  deprecated: 'PIM API GET /v1/product/extra/field-4',
  evidence: 'Documented.',
});
