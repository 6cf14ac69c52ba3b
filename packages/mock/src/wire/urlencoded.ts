import type { ParameterValue } from '@erply-kit/schemas';

import { createPercentDecoder } from './percent-decode.ts';
import { setVariable } from './php-variables.ts';

/** The variables that PHP makes of a form, and how many fields it counts. */
export interface FormVariables {
  readonly values: Map<string, ParameterValue>;
  readonly count: number;
}

/** Where fields stand. Empty ones (`&&`) count in a body, and not in a query. */
export type FieldOrigin = 'body' | 'query';

/** Reads `name=value&name=value`, at most so many fields of it. */
export function readUrlencoded(
  text: string,
  origin: FieldOrigin,
  mostFields = Number.POSITIVE_INFINITY,
): FormVariables {
  const values = new Map<string, ParameterValue>();
  const decode = createPercentDecoder();
  let count = 0;
  let equalsAt = -1;
  for (let at = 0, end = 0; at < text.length && count < mostFields; at = end + 1) {
    end = text.indexOf('&', at);
    if (end === -1) end = text.length;
    if (end === at && origin === 'query') continue;
    count += 1;
    // Looked for again only when it has been passed: fields without one would each search the whole rest.
    if (equalsAt < at) equalsAt = text.indexOf('=', at);
    if (equalsAt === -1) equalsAt = text.length;
    const nameEnd = Math.min(equalsAt, end);
    setVariable(values, decode(text.slice(at, nameEnd)), decode(text.slice(nameEnd + 1, end)));
  }
  return { values, count };
}
