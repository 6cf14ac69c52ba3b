import { defineTable } from '../../define-table.ts';
import { projectStatus } from './project-status.ts';

/** How far projects can be. */
export const projectStatuses = defineTable({
  name: 'projectStatuses',
  key: 'projectStatusID',
  record: projectStatus,
  logged: false,
  timestamps: true,
});
