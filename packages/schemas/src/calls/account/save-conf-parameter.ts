import { defineCall } from '../../define-call.ts';
import { filledText } from '../../wire/text.ts';
import { confParameters } from './conf-parameters.ts';

/**
 * Changes one setting of the account. Those that are derived (`languages`, `additionalModules`,
 * `invoice_algorithm_version`, `default_currency`) are refused, as unknown ones are, with 1016.
 */
export const saveConfParameter = defineCall({
  name: 'saveConfParameter',
  docs: 'https://learn-api.erply.com/requests/saveconfparameter',
  effect: 'write',
  table: confParameters,
  right: 'edit',
  session: 'required',
  input: () => ({
    /** Name of the setting, as getConfParameters has it. */
    parameterName: filledText,
    /** What it is from now on. */
    parameterValue: filledText,
  }),
  result: { none: true },
  example: { parameterName: 'timezone', parameterValue: 'Europe/Riga' },
  errors: [1010, 1016, 1062],
  loggable: ['parameterName'],
  evidence: 'From documentation of about 2019.',
});
