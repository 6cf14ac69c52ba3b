import * as z from 'zod';

import { wireCodec } from './wire.ts';

function readDecimal(value: unknown, refuse: (message: string) => never): number {
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (typeof value === 'string' && /^-?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i.test(value)) return Number(value);
  return refuse('not a number');
}

const isUnset = (value: unknown) => value === undefined || value === null || value === '';

/** A number as text without an exponent, which form fields and quoted decimals cannot have. */
export function plainDecimal(value: number, leastDecimals = 0): string {
  const plain = withoutExponent(value);
  if (leastDecimals === 0) return plain;
  const [whole = '', fraction = ''] = plain.split('.');
  return `${whole}.${fraction.padEnd(leastDecimals, '0')}`;
}

function withoutExponent(value: number): string {
  const [mantissa = '', exponent] = String(value).split('e');
  if (exponent === undefined) return mantissa;
  const sign = mantissa.startsWith('-') ? '-' : '';
  const [whole = '', fraction = ''] = mantissa.replace('-', '').split('.');
  const point = whole.length + Number(exponent);
  const digits = whole + fraction;
  return point > 0 ? sign + digits.padEnd(point, '0') : `${sign}0.${'0'.repeat(-point)}${digits}`;
}

/** A number with a dot as its decimal point: 0 when unset. */
export const decimal = wireCodec(
  { name: 'decimal', type: 'number', unset: 0 },
  {
    documented: z.number(),
    decode: (value, refuse) => (isUnset(value) ? 0 : readDecimal(value, refuse)),
    encode: (value) => value,
  },
);

/** A number inside quotes, or `null` for a card that has none, which Erply sends as "". */
export const decimalString = wireCodec(
  { name: 'decimalString', type: 'string', unset: '' },
  {
    documented: z.number().nullable(),
    decode: (value, refuse) => (isUnset(value) ? null : readDecimal(value, refuse)),
    encode: (value) => (value === null ? '' : plainDecimal(value)),
  },
);

/** A number inside quotes that is never empty: "0" when unset. */
export const filledDecimalString = wireCodec(
  { name: 'filledDecimalString', type: 'string', unset: '0' },
  {
    documented: z.number(),
    decode: (value, refuse) => (isUnset(value) ? 0 : readDecimal(value, refuse)),
    encode: (value) => plainDecimal(value),
  },
);

const priceDecimals = 2;

/** A price inside quotes, with two decimals or more: "0.00" when unset. */
export const priceString = wireCodec(
  { name: 'priceString', type: 'string', unset: '0.00', leastDecimals: priceDecimals },
  {
    documented: z.number(),
    decode: (value, refuse) => (isUnset(value) ? 0 : readDecimal(value, refuse)),
    encode: (value) => plainDecimal(value, priceDecimals),
  },
);

/** A number, or `null`. */
export const nullableDecimal = wireCodec(
  { name: 'nullableDecimal', type: 'number', unset: null },
  {
    documented: z.number().nullable(),
    decode: (value, refuse) => (isUnset(value) ? null : readDecimal(value, refuse)),
    encode: (value) => value,
  },
);
