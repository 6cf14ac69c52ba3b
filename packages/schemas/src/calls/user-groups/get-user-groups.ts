import { defineCall } from '../../define-call.ts';
import { integer, unixSeconds } from '../../wire/integer.ts';
import { userGroup } from './user-group.ts';
import { userGroups } from './user-groups.ts';

/** Groups of users: all of them in one answer. No call makes them. */
export const getUserGroups = defineCall({
  name: 'getUserGroups',
  docs: 'https://learn-api.erply.com/requests/getusergroups',
  effect: 'read',
  table: userGroups,
  right: 'view',
  session: 'required',
  input: () => ({
    /** Only this group. */
    userGroupID: integer.optional(),
    /** Only records added or edited since, by the server's clock. */
    changedSince: unixSeconds.optional(),
  }),
  result: { list: userGroup },
  errors: [],
  loggable: ['userGroupID', 'changedSince'],
  evidence: 'From documentation of about 2019; names of fields from an SDK.',
});
