import { defineCall } from '../../define-call.ts';
import { confParameters } from './conf-parameters.ts';
import { confParametersRecord } from './conf-parameters-record.ts';

/** Settings of the account, as one record in which nearly all is text. */
export const getConfParameters = defineCall({
  name: 'getConfParameters',
  docs: 'https://learn-api.erply.com/requests/getconfparameters',
  effect: 'read',
  table: confParameters,
  session: 'required',
  input: () => ({}),
  result: { one: confParametersRecord },
  errors: [],
  loggable: [],
  evidence:
    'Wire types from a captured answer and a typed SDK; that of `date_installed` when unset is inferred.',
});
