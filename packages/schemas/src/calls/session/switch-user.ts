import { defineCall } from '../../define-call.ts';
import { filledText } from '../../wire/text.ts';
import { identityTokenInput, sessionLengthInput } from './login-inputs.ts';
import { unservedUserFields } from './unserved-user-fields.ts';
import { verifiedUser } from './verified-user.ts';

/**
 * Opens a session for whoever has the PIN, on the strength of another session: how people take turns at one register. The
 * other session may have run out, but not more than two hours ago.
 */
export const switchUser = defineCall({
  name: 'switchUser',
  docs: 'https://learn-api.erply.com/requests/switchuser',
  effect: 'write',
  session: 'expiredOk',
  input: () => ({
    /** PIN of the user to switch to. */
    cardCode: filledText,
    ...sessionLengthInput(),
    ...identityTokenInput(),
  }),
  result: { one: verifiedUser },
  example: { cardCode: '471147' },
  errors: [1051, 1052, 1054, 1055, 1056, 1176],
  loggable: ['sessionLength', 'doNotGenerateIdentityToken'],
  secret: ['cardCode'],
  unserved: { fields: unservedUserFields },
  evidence: 'Documented as the record of verifyUser; no captured answer.',
});
