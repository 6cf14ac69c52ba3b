import { type FieldChoices, fieldFlags, readFieldChoices } from '../lane-arguments.ts';
import type { Given, OptionDeclarations } from './option.ts';
import { type ReadingOptions, readingOptions, readReadingOptions } from './reading-options.ts';
import { readSince, type Since } from './since.ts';

/** What the commands take that import, or say what an import would do. */
export const importOptions: OptionDeclarations = {
  ...readingOptions,
  ...fieldFlags,
  full: { type: 'boolean' },
  since: { type: 'string' },
};

export interface GivenImport extends ReadingOptions {
  readonly fields: FieldChoices;
  readonly full: boolean;
  /** First reads are limited to what was added or changed since. */
  readonly since?: Since;
}

export function readImportOptions(given: Given): GivenImport {
  const reading = readReadingOptions(given);
  const since = given.texts.get('since')?.at(-1);
  return {
    ...reading,
    fields: readFieldChoices(given.texts, reading.lanes),
    full: given.switches.has('full'),
    ...(since !== undefined && { since: readSince(since, reading.lanes) }),
  };
}
