import { type FieldChoices, fieldFlags, readFieldChoices } from '../lane-arguments.ts';
import type { Given, OptionDeclarations } from './option.ts';
import { type ReadingOptions, readingOptions, readReadingOptions } from './reading-options.ts';

/** What the commands take that import, or say what an import would do. */
export const importOptions: OptionDeclarations = {
  ...readingOptions,
  ...fieldFlags,
  full: { type: 'boolean' },
};

export interface GivenImport extends ReadingOptions {
  readonly fields: FieldChoices;
  readonly full: boolean;
}

export function readImportOptions(given: Given): GivenImport {
  const reading = readReadingOptions(given);
  return {
    ...reading,
    fields: readFieldChoices(given.texts, reading.lanes),
    full: given.switches.has('full'),
  };
}
