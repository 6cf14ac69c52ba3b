import * as z from 'zod';

import { wireCodec } from './wire.ts';

/** Elements that a list of IDs may have; documented for one call, taken for all. */
const maxListedIDs = 10_000;

function idListCodec(name: string, badElement: 1014 | 1029) {
  return wireCodec(
    { name, type: 'string', unset: '' },
    {
      documented: z.array(z.int()).max(maxListedIDs),
      decode(value, refuse) {
        if (value === undefined || value === null || value === '') return [];
        const parts = String(value)
          .split(',')
          .map((part) => part.trim());
        if (parts.length > maxListedIDs) return refuse(`more than ${maxListedIDs} IDs`, 1162);
        return parts.every((part) => /^\d{1,16}$/.test(part) && Number.isSafeInteger(Number(part)))
          ? parts.map(Number)
          : refuse('not a list of IDs separated by commas', badElement);
      },
      encode: (value) => value.join(','),
    },
  );
}

/** IDs, on the wire one text separated by commas. */
export const idList = idListCodec('idList', 1014);

/** As `idList`, for the calls that have a code of their own for a bad element: 1029. */
export const checkedIDList = idListCodec('checkedIDList', 1029);

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
