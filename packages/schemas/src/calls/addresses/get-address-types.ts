import { defineCall } from '../../define-call.ts';
import { languageInput } from '../language-inputs.ts';
import { addressType } from './address-type.ts';
import { addressTypes } from './address-types.ts';

/**
 * What addresses can be for: all types in one answer.
 * @deprecated Erply recommends instead: CRM API GET /v1/addresses/types.
 */
export const getAddressTypes = defineCall({
  name: 'getAddressTypes',
  docs: 'https://learn-api.erply.com/requests/getaddresstypes',
  effect: 'read',
  table: addressTypes,
  right: 'view',
  session: 'required',
  input: () => ({ ...languageInput() }),
  result: { list: addressType },
  errors: [],
  loggable: ['lang'],
  deprecated: 'CRM API GET /v1/addresses/types',
  evidence: 'Captured answer and a typed SDK.',
});
