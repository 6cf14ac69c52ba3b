import * as z from 'zod';

import { withWire } from './wire.ts';

/** Row numbers that one request may use; Erply states no limit, this bounds what a request can make us build. */
export const maxNumberedRows = 10_000;

/** The number at the end of a numbered parameter: counted from 1, without zeros before it. */
export const trailingNumber = /^[1-9]\d{0,8}$/;

/**
 * Repeated input groups. Erply takes them as numbered parameters (`attributeName1`, `attributeName2` …), counted
 * from 1; in TypeScript they are an array of rows.
 */
export function rows<TShape extends z.ZodRawShape>(shape: TShape) {
  return withWire(z.array(z.strictObject(shape)).max(maxNumberedRows), { name: 'rows', type: 'array' });
}

/** One input per number, where the number itself means something: `reorderPoint5` is the one of warehouse 5. */
export function perNumber<TValue extends z.ZodType>(value: TValue) {
  return withWire(z.record(z.string().regex(trailingNumber), value), { name: 'perNumber', type: 'object' });
}

/** The word after the dash of a named parameter: begins with a letter or a digit, 64 characters at most. */
export const trailingWord = /^[\p{L}\p{N}][^\p{Cc}]{0,63}$/u;

/**
 * One input per word, where the words are an open set: `counted-CARD-VISA` is the one of `CARD-VISA`. On the wire a dash
 * stands between the two; in TypeScript they are an object by word.
 */
export function perWord<TValue extends z.ZodType>(value: TValue) {
  return withWire(z.record(z.string().regex(trailingWord), value), { name: 'perWord', type: 'object' });
}
