import bigJs from 'big.js';

/** A constructor of our own: settings of big.js belong to a constructor, and others may change those of the shared one. */
const Exact = bigJs();
// A JavaScript number is a mistake here: numbers come in as the text that they are written as.
Exact.strict = true;
Exact.RM = 1; // Half away from zero, as PHP's round.

export type Decimal = bigJs.Big;

export const zero = new Exact('0');
export const hundred = new Exact('100');
/** One percent, and one cent. */
export const hundredth = new Exact('0.01');
export const one = new Exact('1');

/** Decimals of money. */
export const centDecimals = 2;

/** The decimal number that a JavaScript number is written as. */
export const exact = (value: number): Decimal => new Exact(String(value));

/** A JavaScript number as it is written to JSON; never -0. */
export const numberOf = (value: Decimal): number => Number(value.toString()) + 0;

/** Divides to so many decimals, rounded once and rightly: how many is a setting of a constructor. */
function dividing(decimals: number): (numerator: Decimal, denominator: Decimal) => Decimal {
  const Dividend = bigJs();
  Dividend.strict = true;
  Dividend.RM = 1;
  Dividend.DP = decimals;
  return (numerator, denominator) => new Dividend(numerator).div(denominator);
}

/** A fraction, to a whole number. */
export const wholeQuotient = dividing(0);
/** A fraction of money, to whole cents. */
export const centQuotient = dividing(centDecimals);
/** Decimals of a net price in Erply's database, which stores no other. */
export const storedDecimals = 4;
/** A fraction, to the decimals of a stored net price. */
export const storedQuotient = dividing(storedDecimals);
