import { discounted } from './discounted.ts';
import { centDecimals, exact, hundred, hundredth } from './exact.ts';
import type { PricedRow } from './priced-row.ts';
import type { TotalsOptions, TotalsRow } from './totals-options.ts';

/** Decimals of a discounted price in the versions that do not round it to those of the account. */
const fineDecimals = 10;
/** Decimals of the net total of a row in version 3. */
const fineRowDecimals = 8;

/** Decimals of the totals of a row: whole cents, but for version 3. */
export const rowDecimals = (options: TotalsOptions): number =>
  options.method === 'NetPrice' && options.version === 3 ? fineRowDecimals : centDecimals;

/** A row by net prices. */
export function netPriceRow(row: TotalsRow, options: TotalsOptions): PricedRow {
  const isFine = options.version === 3 || options.version === 5;
  const decimals = isFine ? fineDecimals : options.priceDecimals;
  const finalNet = discounted(exact(row.price).round(options.priceDecimals), row.discount, decimals);
  const rate = exact(row.vatRate);
  return {
    vatrateID: row.vatrateID,
    rate,
    finalNet,
    finalGross: finalNet.times(rate.plus(hundred)).times(hundredth).round(decimals),
    base: finalNet.times(exact(row.amount)).round(rowDecimals(options)),
  };
}
