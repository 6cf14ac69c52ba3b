import { recordOf, reportLink } from '@erply-kit/schemas';

import type { Gate } from '../context.ts';
import { callNamed } from './call-name.ts';

/** 1007: a format that does not exist, or CSV of a call that has none. */
export const responseType: Gate = (context) => {
  if (!['', 'JSON', 'XML', 'CSV'].includes(context.protocol.responseType)) return { code: 1007 };
  return context.name.kind === 'request' && !context.parameters.has('requests') ? csv(context) : undefined;
};

/** 1007: CSV of a call that has none. In a bulk request each call answers for itself. */
export const csv: Gate = (context) => {
  const call = callNamed(context.name.name);
  return context.protocol.responseType === 'CSV' &&
    call !== undefined &&
    call.csv === undefined &&
    recordOf(call) !== reportLink
    ? { code: 1007 }
    : undefined;
};
