import { defineTable } from '../../define-table.ts';
import { eventType } from './event-type.ts';

/** Types of events. */
export const eventTypes = defineTable({
  name: 'eventTypes',
  key: 'id',
  record: eventType,
  logged: false,
  timestamps: true,
});
