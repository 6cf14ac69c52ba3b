import { defineCall } from '../../define-call.ts';
import { text } from '../../wire/text.ts';
import { identityTokenInput, sessionLengthInput } from './login-inputs.ts';
import { unservedUserFields } from './unserved-user-fields.ts';
import { verifiedUser } from './verified-user.ts';

/**
 * Logs in: gives the session key that other calls need. Do it once a session, not once a call, and never repeat it
 * with the same wrong password: five failures lock the user for everybody.
 */
export const verifyUser = defineCall({
  name: 'verifyUser',
  docs: 'https://learn-api.erply.com/requests/verifyuser',
  effect: 'write',
  session: 'none',
  input: () => ({
    /** Needed, though optional here: without it the answer is 1050, not 1010. */
    username: text.optional(),
    /** Needed, though optional here: without it the answer is 1050, not 1010. */
    password: text.optional(),
    ...sessionLengthInput(),
    ...identityTokenInput(),
    /** Login with a PIN, which older servers took; now refused with 1058. See switchUser. */
    cardCode: text.optional(),
  }),
  result: { one: verifiedUser },
  example: { username: 'demo', password: 'demouser' },
  errors: [1050, 1051, 1052, 1053, 1057, 1058, 1059, 1065, 1068, 1212, 1219],
  loggable: ['sessionLength', 'doNotGenerateIdentityToken'],
  secret: ['password', 'cardCode'],
  unserved: { fields: unservedUserFields },
  evidence: 'Wire types from captured answers; registry and gateway lists from SDKs.',
});
