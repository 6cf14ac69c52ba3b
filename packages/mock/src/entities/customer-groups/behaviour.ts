import type { Behaviour } from '../../account/account.ts';

/** A group's ID has two names. Groups below it are added where the tree is listed. */
export const customerGroups: Behaviour = {
  derivedFields: ['clientGroupID', 'subGroups'],
  derive(joined, row) {
    joined.clientGroupID = row.customerGroupID;
  },
};
