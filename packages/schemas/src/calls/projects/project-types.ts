import { defineTable } from '../../define-table.ts';
import { projectType } from './project-type.ts';

/** Types of projects. */
export const projectTypes = defineTable({
  name: 'projectTypes',
  key: 'projectTypeID',
  record: projectType,
  logged: false,
  timestamps: true,
});
