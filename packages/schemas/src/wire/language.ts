import * as z from 'zod';

import { meantWord, wireCodec } from './wire.ts';

/** Languages that names can be asked in. */
export const languages = ['eng', 'spa', 'ger', 'swe', 'fin', 'rus', 'est', 'lat', 'lit', 'gre'] as const;

/** A language by its three letters in any case: 1195 for one that Erply does not know. */
export const language = wireCodec(
  { name: 'language', type: 'string', unset: '', values: languages, anyCase: true },
  {
    documented: z.enum(languages),
    decode: (value, refuse) =>
      (typeof value === 'string' ? (meantWord(languages, value) as never) : undefined) ??
      refuse('no language of Erply', 1195),
    encode: (value) => value,
  },
);
