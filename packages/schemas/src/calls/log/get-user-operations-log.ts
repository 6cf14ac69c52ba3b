import { defineCall } from '../../define-call.ts';
import { unixSeconds } from '../../wire/integer.ts';
import { anyCaseOf, oneOf } from '../../wire/text.ts';
import { orderDirections, pagingInputs } from '../paging-inputs.ts';
import { loggedTables } from './logged-tables.ts';
import { userOperation } from './user-operation.ts';

/** Deleted records of one table, oldest first: the only way to learn of deletions. */
export const getUserOperationsLog = defineCall({
  name: 'getUserOperationsLog',
  docs: 'https://learn-api.erply.com/requests/getuseroperationslog',
  effect: 'read',
  session: 'required',
  input: () => ({
    /** The table to ask about. */
    tableName: oneOf(loggedTables),
    /** Only entries since, by the server's clock. Other calls name it `changedSince`. */
    addedFrom: unixSeconds.optional(),
    /** By time; `asc` when left out. */
    orderByDir: anyCaseOf(orderDirections).optional(),
    ...pagingInputs(),
  }),
  result: { list: userOperation },
  paging: {
    defaultPageSize: 20,
    maxPageSize: () => 100,
    stableOrder: { orderByDir: 'asc' },
    stableKey: 'logID',
  },
  recordsTotalIsString: true,
  example: { tableName: 'products' },
  errors: [1010, 1016],
  loggable: ['tableName', 'addedFrom', 'orderByDir', 'recordsOnPage', 'pageNo'],
  unserved: { fields: ['module'] },
  evidence: 'Wire types from a typed SDK.',
});
