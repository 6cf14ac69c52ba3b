import { defineCall } from '../../define-call.ts';
import { identityToken } from './identity-token.ts';

/** A token that says whose session it is; verifyIdentityToken turns it back into a session. */
export const getIdentityToken = defineCall({
  name: 'getIdentityToken',
  docs: 'https://learn-api.erply.com/requests/getidentitytoken',
  effect: 'read',
  session: 'required',
  input: () => ({}),
  result: { object: identityToken },
  errors: [1209],
  loggable: [],
  evidence: 'Documented; that `records` is an object is from the official Go SDK.',
});
