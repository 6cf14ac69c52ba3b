/** The powers of ten that a double holds exactly. */
const exactPowers = 22;

const powers = Array.from({ length: exactPowers + 1 }, (_, exponent) => Number(`1e${exponent}`));

const powerOfTen = (exponent: number) => powers[exponent] ?? 10 ** exponent;

/** Shifts the decimal point to the right, or to the left where the exponent is negative. */
const shifted = (size: number, exponent: number) =>
  exponent < 0 ? size / powerOfTen(-exponent) : size * powerOfTen(exponent);

/** Decimal digits that every double keeps. PHP rounds to these first: 1.005 is a half, although its double is less. */
const sureDigits = 15;

/** From here on PHP leaves a number as it is: its double has no digits left to round. */
const wholeOnly = 1e15;

/**
 * Rounds as PHP's `round()` does before PHP 8.4: halves go away from zero, 1.005 is a half, and what is negative and
 * rounds to zero is minus zero. Money, percent and quantities are rounded by this and nothing else. NaN and infinity
 * come back as they are. `decimals` is a whole number from 0 to 15.
 */
export function phpRound(value: number, decimals: number): number {
  if (value === 0 || !Number.isFinite(value)) return value;
  const size = Math.abs(value);
  const scale = powerOfTen(decimals);
  const sureDecimals = sureDigits - 1 - Math.floor(Math.log10(size));
  let scaled = size * scale;
  if (sureDecimals > decimals && sureDecimals - sureDigits < decimals)
    scaled = Math.floor(shifted(size, sureDecimals) + 0.5) / powerOfTen(sureDecimals - decimals);
  else if (scaled >= wholeOnly) return value;
  const rounded = Math.floor(scaled + 0.5) / scale;
  return value < 0 ? -rounded : rounded;
}
