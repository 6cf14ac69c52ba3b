import * as z from 'zod';

import { type RefusalCode, wireCodec } from './wire.ts';

/** Elements that a list may have; documented for the IDs of one call, taken for all. */
const maxListed = 10_000;

/** The elements of a list, and not many more than it may have: a text may hold millions. */
const elementsOf = (value: unknown): string[] =>
  String(value)
    .split(',', maxListed + 1)
    .map((part) => part.trim());

/** Nothing is listed; in an exported record, which is not text, by a list without elements. */
const isEmpty = (value: unknown) => value === '' || (Array.isArray(value) && value.length === 0);

/** Reads IDs; `code` is what a list with something else in it is refused with. */
const readIDs =
  (code: 1014 | 1016 | 1029) =>
  (value: unknown, refuse: (message: string, code: RefusalCode) => never): number[] => {
    if (value === undefined || value === null || isEmpty(value)) return [];
    const parts = elementsOf(value);
    if (parts.length > maxListed) return refuse(`more than ${maxListed} IDs`, 1162);
    return parts.every((part) => /^\d{1,16}$/.test(part) && Number.isSafeInteger(Number(part)))
      ? parts.map(Number)
      : refuse('not a list of IDs separated by commas', code);
  };

const ids = () => z.array(z.int()).max(maxListed);

/** IDs, on the wire one text separated by commas. */
export const idList = wireCodec(
  { name: 'idList', type: 'string', unset: '' },
  { documented: ids(), decode: readIDs(1014), encode: (value) => value.join(',') },
);

/** As `idList`, for calls that refuse a wrong element with a code of its own, 1029. */
export const checkedIDList = wireCodec(
  { name: 'checkedIDList', type: 'string', unset: '' },
  { documented: ids(), decode: readIDs(1029), encode: (value) => value.join(',') },
);

/** As `idList`, for calls that refuse a wrong element as a value that is not allowed, 1016. */
export const allowedIDList = wireCodec(
  { name: 'allowedIDList', type: 'string', unset: '' },
  { documented: ids(), decode: readIDs(1016), encode: (value) => value.join(',') },
);

const wordsOf = (value: unknown): string[] => {
  if (value === undefined || value === null) return [];
  const parts = elementsOf(value);
  // What is too long stays too long, whatever is in it.
  return parts.length > maxListed ? parts : parts.filter((part) => part !== '');
};

/** Words, on the wire one text separated by commas. */
export const wordList = wireCodec(
  { name: 'wordList', type: 'string', unset: '' },
  {
    documented: z.array(z.string()),
    decode(value, refuse) {
      const words = wordsOf(value);
      return words.length > maxListed ? refuse(`more than ${maxListed} words`, 1162) : words;
    },
    encode: (value) => value.join(','),
  },
);

/** Words of a closed list, on the wire one text separated by commas. */
export function someOf<const TWord extends string>(words: readonly TWord[]) {
  return wireCodec(
    { name: 'someOf', type: 'string', unset: '', values: words },
    {
      documented: z.array(z.enum(words as unknown as [TWord, ...TWord[]])),
      decode(value, refuse) {
        const parts = wordsOf(value);
        if (parts.length > maxListed) return refuse(`more than ${maxListed} words`, 1162);
        const unknown = parts.find((part) => !words.includes(part as TWord));
        return unknown === undefined
          ? (parts as never)
          : refuse(`has a word that is not one of ${words.join(', ')}`, 1016);
      },
      encode: (value) => value.join(','),
    },
  );
}
