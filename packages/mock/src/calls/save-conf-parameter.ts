import * as z from 'zod';

import type { calls } from '@erply-kit/schemas';

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

/** Changes one setting of the account. */
export const saveConfParameter: Handler<typeof calls.saveConfParameter> = (context, input) => {
  const { parameterName, parameterValue } = input;
  const { account } = context;
  const shape = account.table('confParameters').definition.record().shape as Record<string, z.ZodType>;
  const schema = Object.hasOwn(shape, parameterName) ? shape[parameterName] : undefined;
  if (schema === undefined || derived.includes(parameterName)) refuse(1016, 'parameterName');
  const value = z.safeDecode(schema, parameterValue);
  if (!value.success) refuse(1016, 'parameterValue');
  account.update('confParameters', { id: 1, fields: { [parameterName]: value.data }, user: userOf(context) });
  return { recordsTotal: 0, records: [] };
};
