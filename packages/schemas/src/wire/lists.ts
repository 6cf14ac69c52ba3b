import * as z from 'zod';

import { type RefusalCode, wireCodec } from './wire.ts';

/** Elements that a list of IDs may have; documented for one call, taken for all. */
const maxListedIDs = 10_000;

/** Reads IDs; `code` is what a list with something else in it is refused with. */
const readIDs =
  (code: 1014 | 1029) =>
  (value: unknown, refuse: (message: string, code: RefusalCode) => never): number[] => {
    if (value === undefined || value === null || value === '') return [];
    const parts = String(value)
      .split(',')
      .map((part) => part.trim());
    if (parts.length > maxListedIDs) return refuse(`more than ${maxListedIDs} IDs`, 1162);
    return parts.every((part) => /^\d{1,16}$/.test(part) && Number.isSafeInteger(Number(part)))
      ? parts.map(Number)
      : refuse('not a list of IDs separated by commas', code);
  };

const ids = () => z.array(z.int()).max(maxListedIDs);

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

/** Words, on the wire one text separated by commas. */
export const wordList = wireCodec(
  { name: 'wordList', type: 'string', unset: '' },
  {
    documented: z.array(z.string()),
    decode(value) {
      if (value === undefined || value === null || value === '') return [];
      return String(value)
        .split(',')
        .map((part) => part.trim())
        .filter((part) => part !== '');
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
        const parts = String(value ?? '')
          .split(',')
          .map((part) => part.trim())
          .filter((part) => part !== '');
        const unknown = parts.find((part) => !words.includes(part as TWord));
        return unknown === undefined
          ? (parts as never)
          : refuse(`has a word that is not one of ${words.join(', ')}`, 1016);
      },
      encode: (value) => value.join(','),
    },
  );
}
