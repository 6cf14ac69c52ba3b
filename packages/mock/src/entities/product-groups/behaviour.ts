import type { Behaviour } from '../../account/account.ts';
import { nameFields } from '../../account/languages.ts';

/** A new group is in the web shop (inferred). */
export const productGroups: Behaviour = {
  defaults: { showInWebshop: 1 },
  derivedFields: ['id', 'subGroups'],
  derive(joined, row) {
    // Erply sends the group's ID twice, the second time inside quotes.
    joined.id = row.productGroupID;
  },
  fieldsOnDemand: nameFields,
};
