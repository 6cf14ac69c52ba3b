import { defineCall } from '../../define-call.ts';
import { integer } from '../../wire/integer.ts';
import { events } from './events.ts';

/**
 * Deletes an event. The operations log has an entry for it.
 * @remarks Destructive: it cannot be undone. Ask first.
 */
export const deleteEvent = defineCall({
  name: 'deleteEvent',
  docs: 'https://learn-api.erply.com/requests/deleteevent',
  effect: 'delete',
  table: events,
  right: 'delete',
  session: 'required',
  input: () => ({
    /** The event to delete. */
    eventID: integer,
  }),
  result: { none: true },
  example: { eventID: 25 },
  errors: [1010, 1011, 1063],
  loggable: ['eventID'],
  evidence: 'From documentation of about 2019; errors are inferred from calls alike.',
});
