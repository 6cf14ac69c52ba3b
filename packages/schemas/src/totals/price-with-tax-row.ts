import { discounted } from './discounted.ts';
import { centDecimals, exact, hundred, hundredth, quotient, storedDecimals } from './exact.ts';
import type { PricedRow } from './priced-row.ts';
import type { TotalsOptions, TotalsRow } from './totals-options.ts';

/** Decimals of a price with tax in version 4, which lets it have more than two; how many is inferred. */
const fineDecimals = 10;

/**
 * A row by prices that have the tax in them. Of the versions 3 and 5 nothing is known but that they are implemented: they
 * are as 2 (inferred).
 */
export function priceWithTaxRow(row: TotalsRow, options: TotalsOptions): PricedRow {
  const decimals = options.version === 4 ? fineDecimals : centDecimals;
  const net = exact(row.price).round(Math.max(storedDecimals, options.priceDecimals));
  const rate = exact(row.vatRate);
  const withTax = rate.plus(hundred);
  const gross = net.times(withTax).times(hundredth).round(decimals);
  const finalGross = discounted(gross, row.discount, decimals);
  return {
    vatrateID: row.vatrateID,
    rate,
    finalNet: quotient(finalGross.times(hundred), withTax, storedDecimals),
    finalGross,
    base: finalGross.times(exact(row.amount)).round(centDecimals),
  };
}
