import { defineTable } from '../../define-table.ts';
import { userGroup } from './user-group.ts';

/** Groups of users. */
export const userGroups = defineTable({
  name: 'userGroups',
  key: 'userGroupID',
  record: userGroup,
  logged: true,
  timestamps: true,
});
