import { defineCall } from '../../define-call.ts';
import { integer } from '../../wire/integer.ts';
import { languageInput } from '../language-inputs.ts';
import { parameter } from './parameter.ts';
import { parameters } from './parameters.ts';

/**
 * Parameters of products and what can be chosen for them, all in one answer. The values of a product come with
 * getProducts, where `getParameters` asks for them.
 */
export const getParameters = defineCall({
  name: 'getParameters',
  docs: 'https://learn-api.erply.com/requests/getparameters',
  effect: 'read',
  table: parameters,
  right: 'view',
  session: 'required',
  input: () => ({
    /** Only this parameter. */
    parameterID: integer.optional(),
    /** Only parameters of this group. */
    parameterGroupID: integer.optional(),
    ...languageInput(),
  }),
  module: 'productParameters',
  result: { list: parameter },
  errors: [],
  loggable: ['parameterID', 'parameterGroupID', 'lang'],
  evidence: 'Documented; the name of the list of options is inferred.',
});
