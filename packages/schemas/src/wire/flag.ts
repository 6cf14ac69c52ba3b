import * as z from 'zod';

import { wireCodec } from './wire.ts';

const zeroOrOne = z.union([z.literal(0), z.literal(1)]);

function readFlag(value: unknown, refuse: (message: string, code?: 1014 | 1016) => never): 0 | 1 {
  if (value === 1 || value === '1' || value === true) return 1;
  if (value === 0 || value === '0' || value === false) return 0;
  if (value === undefined || value === null || value === '') return 0;
  return refuse('not 0 or 1', 1016);
}

/** Yes or no as Erply documents it: the number 0 or 1. */
export const flag = wireCodec(
  { name: 'flag', type: 'number', unset: 0 },
  { documented: zeroOrOne, decode: readFlag, encode: Number },
);

/** As `flag`, of an answer that says it in any case: what is absent or empty says nothing, and is not 0. */
export const saidFlag = wireCodec(
  { name: 'flag', type: 'number' },
  {
    documented: zeroOrOne,
    decode: (value, refuse) =>
      value === undefined || value === null || value === ''
        ? refuse('neither 0 nor 1')
        : readFlag(value, refuse),
    encode: Number,
  },
);

/** As `flag`, inside quotes. */
export const flagString = wireCodec(
  { name: 'flagString', type: 'string', unset: '0' },
  { documented: zeroOrOne, decode: readFlag, encode: String },
);

/** 1, or `null` where other fields would say 0. */
export const oneOrNull = wireCodec(
  { name: 'oneOrNull', type: 'number', unset: null },
  {
    documented: z.literal(1).nullable(),
    decode: (value, refuse) => (readFlag(value, refuse) === 1 ? 1 : null),
    encode: (value) => value,
  },
);

/** A JSON `true` or `false`, which only the newest fields have. */
export const trueOrFalse = wireCodec(
  { name: 'boolean', type: 'boolean' },
  {
    documented: z.boolean(),
    decode: (value, refuse) => readFlag(value, refuse) === 1,
    encode: (value) => value,
  },
);
