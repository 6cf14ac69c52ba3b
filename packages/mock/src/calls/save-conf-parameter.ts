import * as z from 'zod';

import type { calls } from '@erply-kit/schemas';

import { isLanguage, wordsOf } from '../account/languages.ts';
import { refuse } from '../wire/refusal.ts';
import { type Handler, userOf } from './handler.ts';

/** Settings that follow from others, or name the company. */
const derived = [
  'additionalModules',
  'default_currency',
  'invoice_algorithm_version',
  'languages',
  'org_idDat',
];

/** Settings that say languages: one, or several with commas between. */
const ofLanguages = ['default_language', 'langs'];

/** Changes one setting of the account. */
export const saveConfParameter: Handler<typeof calls.saveConfParameter> = (context, input) => {
  const { parameterName, parameterValue } = input;
  const { account } = context;
  const shape = account.table('confParameters').definition.record().shape as Record<string, z.ZodType>;
  const schema = Object.hasOwn(shape, parameterName) ? shape[parameterName] : undefined;
  if (schema === undefined || derived.includes(parameterName)) refuse(1016, 'parameterName');
  const value = z.safeDecode(schema, parameterValue);
  if (!value.success) refuse(1016, 'parameterValue');
  if (ofLanguages.includes(parameterName) && !wordsOf(value.data).every(isLanguage))
    refuse(1016, 'parameterValue');
  const fields = {
    [parameterName]: value.data,
    ...(parameterName === 'langs' ? { languages: value.data } : {}),
  };
  account.update('confParameters', { id: 1, fields, user: userOf(context) });
  return { recordsTotal: 0, records: [] };
};
