import { centDecimals, type Decimal, hundred, hundredth, one, quotient, zero } from './exact.ts';
import type { PricedRow } from './priced-row.ts';
import type { TotalsMethod } from './totals-method.ts';

/** Tax on top of the net total of a row. */
export const taxOnTop = (row: PricedRow): Decimal => row.base.times(row.rate).times(hundredth);

/** Tax in the total of a row, in whole cents. */
export const taxWithin = (row: PricedRow): Decimal =>
  quotient(row.base.times(row.rate), row.rate.plus(hundred), centDecimals);

/** Tax of all rows, rounded once to whole cents. */
export function taxOfAll(rows: readonly PricedRow[], method: TotalsMethod): Decimal {
  const sums = new Map<string, { rate: Decimal; base: Decimal }>();
  for (const { rate, base } of rows) {
    const key = rate.toString();
    const known = sums.get(key);
    if (known === undefined) sums.set(key, { rate, base });
    else known.base = known.base.plus(base);
  }
  // One fraction of all rates, so that no part of it is rounded on the way.
  let numerator = zero;
  let denominator = one;
  for (const { rate, base } of sums.values()) {
    const below = method === 'NetPrice' ? hundred : rate.plus(hundred);
    if (below.eq(denominator)) numerator = numerator.plus(base.times(rate));
    else {
      numerator = numerator.times(below).plus(base.times(rate).times(denominator));
      denominator = denominator.times(below);
    }
  }
  return quotient(numerator, denominator, centDecimals);
}
