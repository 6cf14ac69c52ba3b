import { defineCall } from '../../define-call.ts';
import { integer } from '../../wire/integer.ts';
import { text } from '../../wire/text.ts';
import { attributeInputs } from '../attribute-inputs.ts';
import { languageNameFields, languageNameInputs } from '../language-names.ts';
import { savedRecord } from '../saved-record.ts';
import { customerGroups } from './customer-groups.ts';

/**
 * Makes a group of customers, or edits the one of `customerGroupID`. Customers show the new name at once. Price lists
 * are given to a group in the back office only: no input does it.
 * @deprecated Erply recommends instead: CRM API POST /v1/customers/groups.
 */
export const saveCustomerGroup = defineCall({
  name: 'saveCustomerGroup',
  docs: 'https://learn-api.erply.com/requests/savecustomergroup',
  effect: 'write',
  table: customerGroups,
  right: 'save',
  session: 'required',
  input: () => ({
    /** The group to edit; a new one is made when left out. */
    customerGroupID: integer.optional(),
    /**
     * The group that it is below; 0, or nothing for a new one, for the top. 1016 for the group itself and those below
     * it (inferred).
     */
    parentID: integer.optional(),
    /** What people read, in the account's language; a new one needs a name (inferred). */
    name: text.optional(),
    ...languageNameInputs(),
    ...attributeInputs(),
  }),
  createNeeds: [['name', ...languageNameFields]],
  result: { one: savedRecord('customerGroupID') },
  example: { name: 'Carpenters', parentID: 1 },
  errors: [1010, 1011, 1016, 1061, 1062],
  loggable: ['customerGroupID', 'parentID'],
  deprecated: 'CRM API POST /v1/customers/groups',
  evidence: 'Documented; `parentID` is inferred, and so is that a ring of groups is refused with 1016.',
});
