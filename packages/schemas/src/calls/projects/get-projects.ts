import { defineCall } from '../../define-call.ts';
import { isoDate } from '../../wire/date.ts';
import { integer, unixSeconds } from '../../wire/integer.ts';
import { text } from '../../wire/text.ts';
import { pagingInputs } from '../paging-inputs.ts';
import { project } from './project.ts';
import { projects } from './projects.ts';

/** Projects with the names of their customers, types and statuses. */
export const getProjects = defineCall({
  name: 'getProjects',
  docs: 'https://learn-api.erply.com/requests/getprojects',
  effect: 'read',
  table: projects,
  right: 'view',
  session: 'required',
  input: () => ({
    /** Only this project. */
    projectID: integer.optional(),
    /** Only projects for this customer. */
    customerID: integer.optional(),
    /** Only projects of this type. */
    typeID: integer.optional(),
    /** Only projects with this status. */
    statusID: integer.optional(),
    /** Only projects whose name begins so, whatever the case; only newer pages list it. */
    name: text.optional(),
    /** Only projects that begin on that day or later. */
    startDateFrom: isoDate.optional(),
    /** Only projects that begin on that day or earlier; one without a first day is not among them (inferred). */
    startDateTo: isoDate.optional(),
    /** Only projects that end on that day or later. */
    endDateFrom: isoDate.optional(),
    /** Only projects that end on that day or earlier; one without a last day is not among them (inferred). */
    endDateTo: isoDate.optional(),
    /** Only projects added or edited since, by the server's clock. */
    changedSince: unixSeconds.optional(),
    ...pagingInputs(),
  }),
  filters: {
    startDateFrom: { field: 'startDate', by: 'from' },
    startDateTo: { field: 'startDate', by: 'to' },
    endDateFrom: { field: 'endDate', by: 'from' },
    endDateTo: { field: 'endDate', by: 'to' },
  },
  result: { list: project },
  paging: { defaultPageSize: 20, maxPageSize: () => 100 },
  errors: [],
  loggable: [
    'projectID',
    'customerID',
    'typeID',
    'statusID',
    'startDateFrom',
    'startDateTo',
    'endDateFrom',
    'endDateTo',
    'changedSince',
    'recordsOnPage',
    'pageNo',
  ],
  evidence: 'Wire types from a typed SDK; the order is not documented.',
});
