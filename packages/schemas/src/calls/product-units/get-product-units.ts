import { defineCall } from '../../define-call.ts';
import { languageInput } from '../language-inputs.ts';
import { productUnit } from './product-unit.ts';
import { productUnits } from './product-units.ts';

/**
 * Units that products are counted in: all of them in one answer. Nothing shows what has changed.
 * @deprecated Erply recommends instead: PIM API.
 */
export const getProductUnits = defineCall({
  name: 'getProductUnits',
  docs: 'https://learn-api.erply.com/requests/getproductunits',
  effect: 'read',
  table: productUnits,
  right: 'view',
  session: 'required',
  input: () => ({ ...languageInput() }),
  result: { list: productUnit },
  errors: [],
  loggable: ['lang'],
  deprecated: 'PIM API',
  evidence: 'Wire types from a captured answer and a typed SDK.',
});
