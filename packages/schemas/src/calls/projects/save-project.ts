import { defineCall } from '../../define-call.ts';
import { isoDate } from '../../wire/date.ts';
import { integer } from '../../wire/integer.ts';
import { text } from '../../wire/text.ts';
import { savedRecord } from '../saved-record.ts';
import { projects } from './projects.ts';

/** Makes a project, or edits the one of `projectID`. */
export const saveProject = defineCall({
  name: 'saveProject',
  docs: 'https://learn-api.erply.com/requests/saveproject',
  effect: 'write',
  table: projects,
  right: 'save',
  session: 'required',
  input: () => ({
    /** The project to edit; a new one is made when left out. */
    projectID: integer.optional(),
    /** What people read. A new project needs it. */
    name: text.optional(),
    /** Whom it is for. A new project needs it. */
    customerID: integer.optional(),
    /** Who manages it. */
    employeeID: integer.optional(),
    /** Its type. A new project needs it. */
    typeID: integer.optional(),
    /** Its status. A new project needs it. */
    statusID: integer.optional(),
    /** The first day. */
    startDate: isoDate.optional(),
    /** The last day. */
    endDate: isoDate.optional(),
    /** Written freely. */
    notes: text.optional(),
  }),
  createNeeds: [['name'], ['customerID'], ['typeID'], ['statusID']],
  result: { one: savedRecord('projectID') },
  example: { name: 'New shelves', customerID: 1003, typeID: 1, statusID: 1, startDate: '2026-02-02' },
  errors: [1010, 1011, 1014, 1061, 1062],
  loggable: ['projectID', 'customerID', 'employeeID', 'typeID', 'statusID', 'startDate', 'endDate'],
  evidence: 'From documentation of about 2019.',
});
