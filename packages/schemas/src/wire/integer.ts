import * as z from 'zod';

import { wireCodec } from './wire.ts';

function readInteger(value: unknown, refuse: (message: string) => never): number {
  if (typeof value === 'number' && Number.isSafeInteger(value)) return value;
  const number = typeof value === 'string' && /^-?\d{1,16}$/.test(value) ? Number(value) : Number.NaN;
  return Number.isSafeInteger(number) ? number : refuse('not an integer');
}

const isUnset = (value: unknown) => value === undefined || value === null || value === '';

const readIntegerOrZero = (value: unknown, refuse: (message: string) => never) =>
  isUnset(value) ? 0 : readInteger(value, refuse);

/** The ID of the record itself: never unset, so a record without it does not parse. */
export const id = wireCodec(
  { name: 'id', type: 'number' },
  { documented: z.int(), decode: readInteger, encode: Number },
);

/** As `id`, for the calls that send the record's own ID inside quotes. */
export const idString = wireCodec(
  { name: 'idString', type: 'string' },
  { documented: z.int(), decode: readInteger, encode: String },
);

/** An integer, or the ID of another record: 0 when there is none. */
export const integer = wireCodec(
  { name: 'integer', type: 'number', unset: 0 },
  { documented: z.int(), decode: readIntegerOrZero, encode: Number },
);

/** As `integer`, inside quotes: "0" when unset. */
export const integerString = wireCodec(
  { name: 'integerString', type: 'string', unset: '0' },
  { documented: z.int(), decode: readIntegerOrZero, encode: String },
);

/** An integer, or null where there is none. */
export const nullableInteger = wireCodec(
  { name: 'nullableInteger', type: 'number', unset: null },
  {
    documented: z.int().nullable(),
    decode: (value, refuse) => (isUnset(value) ? null : readInteger(value, refuse)),
    encode: (value) => value,
  },
);

/** Seconds since 1970 by the server's clock; 0 means never. */
export const unixSeconds = wireCodec(
  { name: 'unixSeconds', type: 'number', unset: 0 },
  { documented: z.int(), decode: readIntegerOrZero, encode: Number },
);

/** As `unixSeconds`, inside quotes. */
export const unixSecondsString = wireCodec(
  { name: 'unixSecondsString', type: 'string', unset: '0' },
  { documented: z.int(), decode: readIntegerOrZero, encode: String },
);
