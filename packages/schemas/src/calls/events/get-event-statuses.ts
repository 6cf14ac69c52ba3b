import { defineCall } from '../../define-call.ts';
import { languageInput } from '../language-inputs.ts';
import { eventStatus } from './event-status.ts';
import { eventStatuses } from './event-statuses.ts';

/** How far events can be: all statuses in one answer. */
export const getEventStatuses = defineCall({
  name: 'getEventStatuses',
  docs: 'https://learn-api.erply.com/requests/geteventstatuses',
  effect: 'read',
  table: eventStatuses,
  right: 'view',
  session: 'required',
  input: () => ({ ...languageInput() }),
  result: { list: eventStatus },
  errors: [],
  loggable: ['lang'],
  evidence: 'From documentation of about 2019; that all values come inside quotes is inferred.',
});
