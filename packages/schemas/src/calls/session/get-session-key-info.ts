import { defineCall } from '../../define-call.ts';
import { sessionKeyInfo } from './session-key-info.ts';

/** When the session of the request began and when it ends. */
export const getSessionKeyInfo = defineCall({
  name: 'getSessionKeyInfo',
  docs: 'https://learn-api.erply.com/requests/getsessionkeyinfo',
  effect: 'read',
  session: 'required',
  input: () => ({}),
  result: { one: sessionKeyInfo },
  errors: [1054, 1055],
  loggable: [],
  evidence: 'Fields documented; wire types from the official Go SDK, which differs from the documents.',
});
