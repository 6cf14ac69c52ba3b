import type { FormatName } from '../formats/formats.ts';

/** By ending. */
const types: Readonly<Record<string, string>> = {
  csv: 'text/csv; charset=utf-8; header=present',
  ndjson: 'application/x-ndjson',
  json: 'application/json',
  xml: 'application/xml; charset=utf-8',
};

/** The media type of a format. */
export const mediaTypeOf = (format: FormatName): string => types[format] ?? 'text/plain; charset=utf-8';
