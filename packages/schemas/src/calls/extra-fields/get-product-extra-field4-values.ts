import { defineCall } from '../../define-call.ts';
import { extraFieldInputs } from './extra-field-inputs.ts';
import { extraFieldList } from './extra-field-list.ts';
import { extraFieldValue } from './extra-field-value.ts';
import { extraField4Values } from './extra-field4-values.ts';

/**
 * Values of extra field 4: getProducts answers their IDs as `extraField4ID`. Deletions are not logged.
 * @deprecated Erply recommends instead: PIM API GET /v1/product/extra/field-4.
 */
export const getProductExtraField4Values = defineCall({
  ...extraFieldList,
  name: 'getProductExtraField4Values',
  docs: 'https://learn-api.erply.com/requests/getproductextrafield4values',
  table: extraField4Values,
  input: extraFieldInputs,
  result: { list: extraFieldValue },
  deprecated: 'PIM API GET /v1/product/extra/field-4',
  evidence: 'Documented.',
});
