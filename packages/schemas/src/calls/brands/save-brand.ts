import { defineCall } from '../../define-call.ts';
import { integer } from '../../wire/integer.ts';
import { text } from '../../wire/text.ts';
import { savedRecord } from '../saved-record.ts';
import { brands } from './brands.ts';

/** Makes a brand, or edits the one of `brandID`. Products show the new name at once. */
export const saveBrand = defineCall({
  name: 'saveBrand',
  docs: 'https://learn-api.erply.com/requests/savebrand',
  effect: 'write',
  table: brands,
  right: 'save',
  session: 'required',
  input: () => ({
    /** The brand to edit; a new one is made when left out. */
    brandID: integer.optional(),
    /** What people read; a new brand needs it (inferred). */
    name: text.optional(),
  }),
  createNeeds: [['name']],
  result: { one: savedRecord('brandID') },
  example: { name: 'Example Oak' },
  errors: [1010, 1011, 1061, 1062],
  loggable: ['brandID'],
  evidence: 'Documented; the answer from a typed SDK.',
});
