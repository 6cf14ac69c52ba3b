import { defineCall } from '../../define-call.ts';
import { integer } from '../../wire/integer.ts';
import { text } from '../../wire/text.ts';
import { attributeInputs } from '../attribute-inputs.ts';
import { languageNameInputs } from '../language-names.ts';
import { savedRecord } from '../saved-record.ts';
import { assortments } from './assortments.ts';

/**
 * Makes an assortment, or edits the one of `assortmentID`.
 * @deprecated Erply recommends instead: PIM API POST /v1/assortment, PUT /v1/assortment/{id}.
 */
export const saveAssortment = defineCall({
  name: 'saveAssortment',
  docs: 'https://learn-api.erply.com/requests/saveassortment',
  effect: 'write',
  table: assortments,
  right: 'save',
  session: 'required',
  input: () => ({
    /** The assortment to edit; a new one is made when left out. */
    assortmentID: integer.optional(),
    /** What people read; a new assortment needs it, or names in languages (inferred). */
    name: text.optional(),
    ...languageNameInputs(),
    /** For integrations. */
    code: text.optional(),
    ...attributeInputs(),
  }),
  module: 'assortments',
  createNeeds: [['name']],
  result: { one: savedRecord('assortmentID') },
  example: { name: 'Kiosks', code: 'KIOSK' },
  errors: [1006, 1010, 1011, 1061, 1062],
  loggable: ['assortmentID'],
  deprecated: 'PIM API POST /v1/assortment, PUT /v1/assortment/{id}',
  evidence: 'Documented; the answer from a typed SDK.',
});
