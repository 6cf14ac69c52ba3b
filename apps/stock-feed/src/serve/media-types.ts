import { endingOf, type FormatName } from '../formats/formats.ts';

/** By ending. `header=present` is of RFC 4180, text/tab-separated-values always has one. */
const types: Readonly<Record<string, string>> = {
  '.csv': 'text/csv; charset=utf-8; header=present',
  '.ndjson': 'application/x-ndjson',
  '.json': 'application/json',
  '.xml': 'application/xml; charset=utf-8',
  '.tsv': 'text/tab-separated-values; charset=utf-8',
};

/** The media type of a format. */
export const mediaTypeOf = (format: FormatName): string =>
  types[endingOf(format)] ?? 'text/plain; charset=utf-8';
