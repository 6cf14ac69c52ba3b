import { defineCall } from '../../define-call.ts';
import { extraFieldInputs } from './extra-field-inputs.ts';
import { extraFieldList } from './extra-field-list.ts';
import { extraFieldValue } from './extra-field-value.ts';
import { extraField2Values } from './extra-field2-values.ts';

/**
 * Values of extra field 2: getProducts answers their IDs as `extraField2ID`. Deletions are not logged.
 * @deprecated Erply recommends instead: PIM API GET /v1/product/extra/field-2.
 */
export const getProductExtraField2Values = defineCall({
  ...extraFieldList,
  name: 'getProductExtraField2Values',
  docs: 'https://learn-api.erply.com/requests/getproductextrafield2values',
  table: extraField2Values,
  input: extraFieldInputs,
  result: { list: extraFieldValue },
  deprecated: 'PIM API GET /v1/product/extra/field-2',
  evidence: 'Older documentation; that of field 4 is still there and the same.',
});
