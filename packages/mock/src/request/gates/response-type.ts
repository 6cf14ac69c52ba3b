import { textOf } from '../../wire/parameters.ts';
import type { Gate, RequestContext } from '../context.ts';
import { callNamed } from './call-name.ts';

const wanted = (context: RequestContext) => textOf(context.parameters, 'responseType') ?? '';

/** 1007: a format that does not exist, or CSV of a call that has none. */
export const responseType: Gate = (context) => {
  const format = wanted(context);
  if (!['', 'JSON', 'XML', 'CSV'].includes(format)) return { code: 1007 };
  return context.name.kind === 'request' && !context.parameters.has('requests') ? csv(context) : undefined;
};

/** 1007: CSV of a call that has none. In a bulk request each call answers for itself. */
export const csv: Gate = (context) => {
  const call = callNamed(context.name.name);
  return wanted(context) === 'CSV' && call !== undefined && call.csv === undefined
    ? { code: 1007 }
    : undefined;
};
