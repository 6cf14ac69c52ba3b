import type { Behaviour } from '../../account/account.ts';

export const customerGroups: Behaviour = {
  derivedFields: ['clientGroupID', 'subGroups'],
  derive(joined, row) {
    joined.clientGroupID = row.customerGroupID;
    joined.subGroups = [];
  },
};
