import { defineCall } from '../../define-call.ts';
import { extraFieldInputs } from './extra-field-inputs.ts';
import { extraFieldList } from './extra-field-list.ts';
import { extraFieldValue } from './extra-field-value.ts';
import { extraField3Values } from './extra-field3-values.ts';

/**
 * Values of extra field 3: getProducts answers their IDs as `extraField3ID`. Deletions are not logged.
 * @deprecated Erply recommends instead: PIM API GET /v1/product/extra/field-3.
 */
export const getProductExtraField3Values = defineCall({
  ...extraFieldList,
  name: 'getProductExtraField3Values',
  docs: 'https://learn-api.erply.com/requests/getproductextrafield3values',
  table: extraField3Values,
  input: extraFieldInputs,
  result: { list: extraFieldValue },
  deprecated: 'PIM API GET /v1/product/extra/field-3',
  evidence: 'Older documentation; that of field 4 is still there and the same.',
});
