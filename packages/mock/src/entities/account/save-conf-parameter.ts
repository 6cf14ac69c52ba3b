import * as z from 'zod';

import { type calls, languages } from '@erply-kit/schemas';

import { isLanguage, wordsOf } from '../../account/languages.ts';
import { type Handler, userOf } from '../../generic/handler.ts';
import { refuse } from '../../wire/refusal.ts';

/** Settings that follow from others, or name the company. */
const derived = [
  'additionalModules',
  'default_currency',
  'invoice_algorithm_version',
  'languages',
  'org_idDat',
];

/** How many languages the settings may name, with commas between, that name some. */
const mostLanguages: Readonly<Record<string, number>> = { default_language: 1, langs: languages.length };

/** 1016: the languages of the account are not so many, or not such, as Erply has. */
function checkLanguages(parameterName: string, value: unknown): void {
  const most = mostLanguages[parameterName];
  if (most === undefined) return;
  const named = wordsOf(value);
  if (named.length === 0 || named.length > most || !named.every(isLanguage)) refuse(1016, 'parameterValue');
}

/** Changes one setting of the account. */
export const saveConfParameter: Handler<typeof calls.saveConfParameter> = (context, input) => {
  const { parameterName, parameterValue } = input;
  const { account } = context;
  const shape = account.table('confParameters').definition.record().shape as Record<string, z.ZodType>;
  const schema = Object.hasOwn(shape, parameterName) ? shape[parameterName] : undefined;
  if (schema === undefined || derived.includes(parameterName)) refuse(1016, 'parameterName');
  const value = z.safeDecode(schema, parameterValue);
  if (!value.success) refuse(1016, 'parameterValue');
  checkLanguages(parameterName, value.data);
  const fields = {
    [parameterName]: value.data,
    ...(parameterName === 'langs' ? { languages: value.data } : {}),
  };
  account.update('confParameters', { id: 1, fields, user: userOf(context) });
  return { recordsTotal: 0, records: [] };
};
