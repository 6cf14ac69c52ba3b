import { defineCall } from '../../define-call.ts';
import { extraFieldInputs } from './extra-field-inputs.ts';
import { extraFieldValue } from './extra-field-value.ts';
import { extraField1Values } from './extra-field1-values.ts';

/** Values of extra field 1: getProducts answers their IDs as `extraField1ID`. Deletions are not logged. */
export const getProductExtraField1Values = defineCall({
  name: 'getProductExtraField1Values',
  docs: 'https://learn-api.erply.com/requests/getproductextrafield1values',
  effect: 'read',
  table: extraField1Values,
  right: 'view',
  session: 'required',
  module: 'extraFields',
  input: extraFieldInputs,
  result: { list: extraFieldValue },
  paging: { defaultPageSize: 20, maxPageSize: () => 100 },
  errors: [1006],
  loggable: ['changedSince', 'lang', 'recordsOnPage', 'pageNo'],
  deprecated: 'PIM API GET /v1/product/extra/field-1',
  evidence: 'Older documentation; that of field 4 is still there and the same.',
});
