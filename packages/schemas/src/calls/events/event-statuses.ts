import { defineTable } from '../../define-table.ts';
import { eventStatus } from './event-status.ts';

/** How far events can be. */
export const eventStatuses = defineTable({
  name: 'eventStatuses',
  key: 'id',
  record: eventStatus,
  logged: false,
  timestamps: true,
});
