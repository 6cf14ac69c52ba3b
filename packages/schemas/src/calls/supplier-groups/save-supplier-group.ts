import { defineCall } from '../../define-call.ts';
import { integer } from '../../wire/integer.ts';
import { text } from '../../wire/text.ts';
import { languageNameFields, languageNameInputs } from '../language-names.ts';
import { savedRecord } from '../saved-record.ts';
import { supplierGroups } from './supplier-groups.ts';

/** Makes a group of suppliers, or edits the one of `supplierGroupID`. Suppliers show the new name at once. */
export const saveSupplierGroup = defineCall({
  name: 'saveSupplierGroup',
  docs: 'https://learn-api.erply.com/requests/savesuppliergroup',
  effect: 'write',
  table: supplierGroups,
  right: 'save',
  session: 'required',
  input: () => ({
    /** The group to edit; a new one is made when left out. */
    supplierGroupID: integer.optional(),
    /** What people read, in the account's language; a new one needs a name (inferred). */
    name: text.optional(),
    ...languageNameInputs(),
  }),
  createNeeds: [['name', ...languageNameFields]],
  result: { one: savedRecord('supplierGroupID') },
  example: { name: 'Carpenters' },
  errors: [1010, 1011, 1061, 1062],
  loggable: ['supplierGroupID'],
  evidence: 'Documented, the answer from a typed SDK.',
});
