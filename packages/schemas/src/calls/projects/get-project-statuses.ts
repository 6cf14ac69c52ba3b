import { defineCall } from '../../define-call.ts';
import { projectStatus } from './project-status.ts';
import { projectStatuses } from './project-statuses.ts';

/** How far projects can be: all of them in one answer. */
export const getProjectStatuses = defineCall({
  name: 'getProjectStatuses',
  docs: 'https://learn-api.erply.com/requests/getprojectstatuses',
  effect: 'read',
  table: projectStatuses,
  right: 'view',
  session: 'required',
  input: () => ({}),
  result: { list: projectStatus },
  errors: [],
  loggable: [],
  evidence: 'From documentation of about 2019; wire types from a typed SDK.',
});
