import { defineCall } from '../../define-call.ts';
import { serviceEndpoints } from './service-endpoints.ts';

/** Where the account's REST services are. Ask once a session; needs no login. */
export const getServiceEndpoints = defineCall({
  name: 'getServiceEndpoints',
  docs: 'https://learn-api.erply.com/new-apis',
  effect: 'read',
  session: 'none',
  input: () => ({}),
  result: { one: serviceEndpoints },
  errors: [],
  loggable: [],
  evidence: 'Shape from the official Go SDK.',
});
