import { defineCall } from '../../define-call.ts';
import { integer } from '../../wire/integer.ts';
import { text } from '../../wire/text.ts';
import { classifierNameFields, classifierNameInputs } from '../language-names.ts';
import { savedRecord } from '../saved-record.ts';
import { priorityGroups } from './priority-groups.ts';

/** Makes a priority group, or edits the one of `priorityGroupID`. */
export const saveProductPriorityGroup = defineCall({
  name: 'saveProductPriorityGroup',
  docs: 'https://learn-api.erply.com/requests/saveproductprioritygroup',
  effect: 'write',
  table: priorityGroups,
  right: 'save',
  session: 'required',
  input: () => ({
    /** The priority group to edit; a new one is made when left out. */
    priorityGroupID: integer.optional(),
    /** What people read, in the account's language; the record calls it `priorityGroupName`. A new one needs a name (inferred). */
    name: text.optional(),
    ...classifierNameInputs(),
  }),
  createNeeds: [['name', ...classifierNameFields]],
  result: { one: savedRecord('priorityGroupID') },
  example: { name: 'Top sellers' },
  errors: [1010, 1011, 1061, 1062],
  loggable: ['priorityGroupID'],
  evidence: 'Documented, the answer from a typed SDK.',
});
