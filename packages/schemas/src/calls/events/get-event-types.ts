import { defineCall } from '../../define-call.ts';
import { languageInput } from '../language-inputs.ts';
import { eventType } from './event-type.ts';
import { eventTypes } from './event-types.ts';

/** Types of events: all of them in one answer. */
export const getEventTypes = defineCall({
  name: 'getEventTypes',
  docs: 'https://learn-api.erply.com/requests/geteventtypes',
  effect: 'read',
  table: eventTypes,
  right: 'view',
  session: 'required',
  input: () => ({ ...languageInput() }),
  result: { list: eventType },
  errors: [],
  loggable: ['lang'],
  evidence: 'From documentation of about 2019; that all values come inside quotes is inferred.',
});
