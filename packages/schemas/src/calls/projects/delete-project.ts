import { defineCall } from '../../define-call.ts';
import { integer } from '../../wire/integer.ts';
import { projects } from './projects.ts';

/**
 * Deletes a project. Events of it keep its ID (inferred), and the operations log does not list it.
 * @remarks Destructive: it cannot be undone. Ask first.
 */
export const deleteProject = defineCall({
  name: 'deleteProject',
  docs: 'https://learn-api.erply.com/requests/deleteproject',
  effect: 'delete',
  table: projects,
  right: 'delete',
  session: 'required',
  input: () => ({
    /** The project to delete. */
    projectID: integer,
  }),
  result: { none: true },
  example: { projectID: 7 },
  errors: [1010, 1011, 1063],
  loggable: ['projectID'],
  evidence: 'From documentation of about 2019; errors are inferred from calls alike.',
});
