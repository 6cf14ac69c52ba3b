import * as z from 'zod';

import { wireCodec } from './wire.ts';

/** Languages that names can be asked in. */
export const languages = ['eng', 'spa', 'ger', 'swe', 'fin', 'rus', 'est', 'lat', 'lit', 'gre'] as const;

/** A language by its three letters: 1195 for one that Erply does not know. */
export const language = wireCodec(
  { name: 'language', type: 'string', unset: '', values: languages },
  {
    documented: z.enum(languages),
    decode: (value, refuse) =>
      languages.includes(value as never) ? (value as never) : refuse('no language of Erply', 1195),
    encode: (value) => value,
  },
);
