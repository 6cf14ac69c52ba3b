import { defineTable } from '../../define-table.ts';
import { priorityGroup } from './priority-group.ts';

/** Priority groups of products. Deletions are not logged. */
export const priorityGroups = defineTable({
  name: 'priorityGroups',
  key: 'priorityGroupID',
  record: priorityGroup,
  saveNames: { name: 'priorityGroupName' },
  logged: false,
  timestamps: true,
});
