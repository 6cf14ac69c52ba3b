import { defineCall } from '../../define-call.ts';
import { flag } from '../../wire/flag.ts';
import { integer } from '../../wire/integer.ts';
import { pagingInputs } from '../paging-inputs.ts';
import { userRights } from './user-rights.ts';

/**
 * Users and what they may do.
 * @deprecated Erply recommends instead: Account Administration API GET /v1/user/rights, GET /v1/user-group/rights.
 */
export const getUserRights = defineCall({
  name: 'getUserRights',
  docs: 'https://learn-api.erply.com/requests/getuserrights',
  effect: 'read',
  rightOn: 'users',
  right: 'view',
  session: 'required',
  input: () => ({
    /** Only this user; not together with `getCurrentUser` (1013). */
    userID: integer.optional(),
    /** 1 for only the user of the session. */
    getCurrentUser: flag.optional(),
    ...pagingInputs(),
  }),
  rules: [{ kind: 'notTogether', inputs: ['userID', 'getCurrentUser'] }],
  result: { list: userRights },
  paging: { defaultPageSize: 20, maxPageSize: () => 100 },
  errors: [1013, 1060],
  loggable: ['userID', 'getCurrentUser', 'recordsOnPage', 'pageNo'],
  unserved: { fields: ['modules'] },
  deprecated: 'Account Administration API GET /v1/user/rights, GET /v1/user-group/rights',
  evidence:
    'Documented, the first half with wire types; the rest from documentation of about 2019. 1013 and the order, by ID, are inferred.',
});
