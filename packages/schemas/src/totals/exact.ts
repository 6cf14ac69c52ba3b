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

/** Decimals of a net price in Erply's database. */
export const storedDecimals = 4;

/** The digits of a number without its point, and how many of them stand after it; fewer than none where zeros follow. */
const digitsOf = ({ c, e }: Decimal) => ({ digits: BigInt(c.join('')), decimals: c.length - 1 - e });

/**
 * A fraction to so many decimals, rounded once, half away from zero. By whole numbers: `div` of big.js takes some hundred
 * times as long where a division comes out even.
 */
export function quotient(numerator: Decimal, denominator: Decimal, decimals: number): Decimal {
  const [above, below] = [digitsOf(numerator), digitsOf(denominator)];
  const shift = decimals + below.decimals - above.decimals;
  const dividend = above.digits * 10n ** BigInt(Math.max(0, shift));
  const divisor = below.digits * 10n ** BigInt(Math.max(0, -shift));
  const sign = numerator.s === denominator.s ? '' : '-';
  return new Exact(`${sign}${(2n * dividend + divisor) / (2n * divisor)}e-${decimals}`);
}
