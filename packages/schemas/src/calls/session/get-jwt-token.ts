import { defineCall } from '../../define-call.ts';
import { jwtToken } from './jwt-token.ts';

/** A token for Erply's REST services. */
export const getJwtToken = defineCall({
  name: 'getJwtToken',
  docs: 'https://wiki.erply.com/article/527-1-session-keys-and-json-web-tokens',
  effect: 'read',
  session: 'required',
  input: () => ({}),
  result: { object: jwtToken },
  errors: [1209],
  loggable: [],
  evidence: 'Documented; that `records` is an object is from the official Go SDK.',
});
