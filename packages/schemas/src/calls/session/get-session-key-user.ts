import { defineCall } from '../../define-call.ts';
import { identityTokenInput } from './login-inputs.ts';
import { unservedUserFields } from './unserved-user-fields.ts';
import { verifiedUser } from './verified-user.ts';

/** Whose session it is: the record that verifyUser gave. Opens no new session. */
export const getSessionKeyUser = defineCall({
  name: 'getSessionKeyUser',
  docs: 'https://learn-api.erply.com/requests/getsessionkeyuser',
  effect: 'read',
  session: 'required',
  input: () => ({
    ...identityTokenInput(),
  }),
  result: { one: verifiedUser },
  errors: [1054, 1055],
  loggable: ['doNotGenerateIdentityToken'],
  unserved: { fields: unservedUserFields },
  evidence: 'Documented as the record of verifyUser; no captured answer.',
});
