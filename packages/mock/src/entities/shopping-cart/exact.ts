import bigJs from 'big.js';

/** A constructor of our own, whose settings nobody else changes. */
const Exact = bigJs();
// A JavaScript number is a mistake here: numbers come in as the text that they are written as.
Exact.strict = true;
Exact.RM = 1; // Half away from zero, as PHP's round.

export type Decimal = bigJs.Big;

export const zero = new Exact('0');
export const one = new Exact('1');
export const hundred = new Exact('100');
/** One percent. */
export const hundredth = new Exact('0.01');

/** The decimal number that a JavaScript number is written as. */
export const exact = (value: number): Decimal => new Exact(String(value));

/** A JavaScript number as it is written to JSON; never -0. */
export const numberOf = (value: Decimal): number => Number(value.toString()) + 0;
