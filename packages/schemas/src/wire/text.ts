import * as z from 'zod';

import { meantWord, wireCodec } from './wire.ts';

function readText(value: unknown, refuse: (message: string) => never): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  if (value === undefined || value === null) return '';
  return refuse('not a text');
}

/** A text: "" when unset. */
export const text = wireCodec(
  { name: 'text', type: 'string', unset: '' },
  { documented: z.string(), decode: readText, encode: (value) => value },
);

/** A text of so many characters at most; a longer one is refused with 1014. */
export const shortText = (maxLength: number) =>
  wireCodec(
    { name: 'text', type: 'string', unset: '' },
    {
      documented: z.string().max(maxLength),
      decode(value, refuse) {
        const text = readText(value, refuse);
        return text.length > maxLength ? refuse(`longer than ${maxLength} characters`) : text;
      },
      encode: (value) => value,
    },
  );

/** A text that is always there, such as a session key: a record without it does not parse. */
export const filledText = wireCodec(
  { name: 'filledText', type: 'string' },
  {
    documented: z.string().min(1),
    decode: (value, refuse) => readText(value, refuse) || refuse('empty'),
    encode: (value) => value,
  },
);

/** A text that is `null` when unset: the joined names of getProducts. */
export const nullableText = wireCodec(
  { name: 'nullableText', type: 'string', unset: null },
  {
    documented: z.string().nullable(),
    decode: (value, refuse) => (value === undefined || value === null ? null : readText(value, refuse)),
    encode: (value) => value,
  },
);

/** Any text; `string & {}` keeps the known words in the editor's suggestions. */
export interface AnyWord<TWord extends string> extends z.ZodType<TWord | (string & {}), string> {}

/** A word that is usually one of these. Answers may hold newer words, so any text is read. */
export function word<const TWord extends string>(words: readonly TWord[]) {
  return wireCodec(
    { name: 'word', type: 'string', unset: '', values: words },
    {
      documented: z.string() as unknown as AnyWord<TWord>,
      decode: readText,
      encode: (value) => value,
    },
  );
}

/** One of a closed list of words, spelled so: for inputs, where another word is an error. */
export function oneOf<const TWord extends string>(words: readonly TWord[]) {
  return wireCodec(
    { name: 'oneOf', type: 'string', unset: '', values: words },
    {
      documented: z.enum(words as unknown as [TWord, ...TWord[]]),
      decode: (value, refuse) =>
        words.includes(value as TWord) ? (value as never) : refuse(`not one of ${words.join(', ')}`, 1016),
      encode: (value) => value,
    },
  );
}

/**
 * As `oneOf`, for words of the protocol itself: read in any case, since code that works with Erply sends
 * `orderByDir=ASC` and `responseType=json`. Of words that records are made of, such as a status, no such thing is known.
 */
export function anyCaseOf<const TWord extends string>(words: readonly TWord[]) {
  return wireCodec(
    { name: 'anyCaseOf', type: 'string', unset: '', values: words, anyCase: true },
    {
      documented: z.enum(words as unknown as [TWord, ...TWord[]]),
      decode: (value, refuse) =>
        (typeof value === 'string' ? (meantWord(words, value) as never) : undefined) ??
        refuse(`not one of ${words.join(', ')}`, 1016),
      encode: (value) => value,
    },
  );
}
