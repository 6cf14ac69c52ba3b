import { defineCall } from '../../define-call.ts';
import { extraFieldInputs } from './extra-field-inputs.ts';
import { extraFieldList } from './extra-field-list.ts';
import { extraFieldValue } from './extra-field-value.ts';
import { extraField1Values } from './extra-field1-values.ts';

/**
 * Values of extra field 1: getProducts answers their IDs as `extraField1ID`. Deletions are not logged.
 * @deprecated Erply recommends instead: PIM API GET /v1/product/extra/field-1.
 */
export const getProductExtraField1Values = defineCall({
  ...extraFieldList,
  name: 'getProductExtraField1Values',
  docs: 'https://learn-api.erply.com/requests/getproductextrafield1values',
  table: extraField1Values,
  input: extraFieldInputs,
  result: { list: extraFieldValue },
  deprecated: 'PIM API GET /v1/product/extra/field-1',
  evidence: 'Older documentation; that of field 4 is still there and the same.',
});
