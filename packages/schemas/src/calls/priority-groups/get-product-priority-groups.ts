import { defineCall } from '../../define-call.ts';
import { unixSeconds } from '../../wire/integer.ts';
import { pagingInputs } from '../paging-inputs.ts';
import { priorityGroup } from './priority-group.ts';
import { priorityGroups } from './priority-groups.ts';

/** Priority groups of products, a flat list. No call deletes them. */
export const getProductPriorityGroups = defineCall({
  name: 'getProductPriorityGroups',
  docs: 'https://learn-api.erply.com/requests/getproductprioritygroups',
  effect: 'read',
  table: priorityGroups,
  right: 'view',
  session: 'required',
  input: () => ({
    /** Only priority groups added or edited since, by the server's clock. */
    changedSince: unixSeconds.optional(),
    ...pagingInputs(),
  }),
  result: { list: priorityGroup },
  paging: { defaultPageSize: 20, maxPageSize: () => 100 },
  errors: [],
  loggable: ['changedSince', 'recordsOnPage', 'pageNo'],
  evidence: 'Wire types from a captured answer.',
});
