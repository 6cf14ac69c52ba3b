import * as z from 'zod';

/** Types of fields in a body. The `error` of each says what the field needs. */

export const yesOrNo = () => z.boolean({ error: 'true or false' });

export const text = () => z.string({ error: 'a text' });

/** A text with at least one character. */
export function name() {
  const error = 'a text that is not empty';
  return z.string({ error }).min(1, { error });
}

export function wholeNumber() {
  const error = 'a whole number';
  return z.number({ error }).refine(Number.isInteger, { error });
}

/** A whole number from 0. */
export function countFromZero() {
  const error = 'a whole number of 0 or more';
  return z.int({ error }).min(0, { error });
}

/** A whole number from 1. */
export function recordID() {
  const error = 'a whole number of 1 or more';
  return z.int({ error }).min(1, { error });
}

/** An object with any names. `z.record` would drop the name `__proto__` without a word. */
export const namedValues = <TValue>(expected: string) =>
  z.custom<Readonly<Record<string, TValue>>>(
    (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
    { error: expected },
  );
