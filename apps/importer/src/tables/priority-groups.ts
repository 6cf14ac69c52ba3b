import { integer, text } from './columns.ts';
import { defineRecordTable } from './define-record-table.ts';

/** Priority groups of products. */
export const priorityGroups = defineRecordTable({
  lane: 'priorityGroups',
  name: 'priority_groups',
  since: 5,
  columns: {
    name: text('priorityGroupName'),
    added: integer('added'),
    last_modified: integer('lastModified'),
  },
});
