import { languages } from './wire/language.ts';

/**
 * Parameters that every call takes and that are words of a closed list. They are read in any case, as `orderBy` and
 * `orderByDir` of the calls are: `responseType=json` is what code sends that works with Erply.
 */
export const protocolWords = {
  responseType: ['JSON', 'XML', 'CSV'],
  responseMode: ['normal', 'detail'],
  lang: languages,
} as const satisfies Readonly<Record<string, readonly string[]>>;
