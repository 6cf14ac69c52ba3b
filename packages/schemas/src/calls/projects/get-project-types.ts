import { defineCall } from '../../define-call.ts';
import { projectType } from './project-type.ts';
import { projectTypes } from './project-types.ts';

/** Types of projects: all of them in one answer. */
export const getProjectTypes = defineCall({
  name: 'getProjectTypes',
  docs: 'https://learn-api.erply.com/requests/getprojecttypes',
  effect: 'read',
  table: projectTypes,
  right: 'view',
  session: 'required',
  input: () => ({}),
  result: { list: projectType },
  errors: [],
  loggable: [],
  evidence: 'From documentation of about 2019.',
});
