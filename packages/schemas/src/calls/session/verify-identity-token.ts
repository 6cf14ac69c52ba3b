import { defineCall } from '../../define-call.ts';
import { filledText } from '../../wire/text.ts';
import { tokenSession } from './token-session.ts';

/**
 * Logs in with an identity token: gives the session that the token was made in while that is good, else a new one that
 * lives as long as the token.
 */
export const verifyIdentityToken = defineCall({
  name: 'verifyIdentityToken',
  docs: 'https://learn-api.erply.com/requests/verifyidentitytoken',
  effect: 'write',
  session: 'none',
  input: () => ({
    /** The identity token. */
    jwt: filledText,
  }),
  result: { object: tokenSession },
  example: { jwt: 'example' },
  errors: [1065, 1170, 1171, 1172, 1173, 1174, 1190, 1191, 1194, 1209],
  loggable: [],
  secret: ['jwt'],
  evidence: 'Documented; that `records` is an object is from the official Go SDK.',
});
