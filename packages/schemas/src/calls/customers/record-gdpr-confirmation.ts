import { defineCall } from '../../define-call.ts';
import { gdprConfirmation } from './gdpr-confirmation.ts';

/**
 * The calling user confirms the rules of data protection: once (1147 later). Where an account demands it, calls that show customers
 * answer 1148 until then.
 */
export const recordGDPRConfirmation = defineCall({
  name: 'recordGDPRConfirmation',
  docs: 'https://learn-api.erply.com/requests/recordgdprconfirmation',
  effect: 'write',
  session: 'required',
  module: 'employeeConsent',
  input: () => ({}),
  result: { one: gdprConfirmation },
  errors: [1006, 1146, 1147],
  loggable: [],
  evidence: 'Documented.',
});
