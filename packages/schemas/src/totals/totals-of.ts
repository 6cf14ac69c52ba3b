import { centDecimals, type Decimal, exact, numberOf, quotient, zero } from './exact.ts';
import { netPriceRow, rowDecimals } from './net-price-row.ts';
import { priceWithTaxRow } from './price-with-tax-row.ts';
import type { PricedRow } from './priced-row.ts';
import { spreadCents } from './spread-cents.ts';
import { taxOfAll, taxOnTop, taxWithin } from './tax-of.ts';
import type { DocumentTotals, RateTotal, RowTotals, TotalsOptions, TotalsRow } from './totals-options.ts';

/**
 * What a sales document comes to, by the rules of Erply's back office in exact decimals: {@link totalsMethod} says by which
 * method, `version` by which of their versions. Amounts below zero, of goods that come back, mirror those that go out.
 */
export function totalsOf(rows: readonly TotalsRow[], options: TotalsOptions): DocumentTotals {
  const makeRow = options.method === 'NetPrice' ? netPriceRow : priceWithTaxRow;
  const priced = rows.map((row) => makeRow(row, options));
  const taxes = rowTaxes(priced, options);
  const sums = sumsOf(priced, taxes, options);
  const beforeRounding = sums.net.plus(sums.tax);
  const rounding = roundingOf(beforeRounding, options);
  return {
    rows: priced.map((row, index) => rowTotals(row, taxes[index] ?? zero, options)),
    netTotal: numberOf(sums.net),
    vatTotal: numberOf(sums.tax),
    rounding: numberOf(rounding),
    total: numberOf(beforeRounding.plus(rounding)),
    ...totalsByRate(priced, taxes, { options, sums }),
  };
}

/** What one row comes to by itself: the same as in its document, but for what version 5 spreads over several rows. */
export function totalsOfRow(row: TotalsRow, options: TotalsOptions): RowTotals {
  const priced = options.method === 'NetPrice' ? netPriceRow(row, options) : priceWithTaxRow(row, options);
  const [tax = zero] = rowTaxes([priced], options);
  return rowTotals(priced, tax, options);
}

const isSpread = (options: TotalsOptions) =>
  options.method === 'NetPrice' && options.version === 5 && options.spreading !== 'none';

/** Tax of each row as the row shows it. */
function rowTaxes(rows: readonly PricedRow[], options: TotalsOptions): Decimal[] {
  if (options.method === 'PriceWithTax') return rows.map(taxWithin);
  const taxes = rows.map(taxOnTop);
  return isSpread(options) ? spreadCents(taxes) : taxes.map((tax) => tax.round(rowDecimals(options)));
}

interface Sums {
  readonly net: Decimal;
  readonly tax: Decimal;
}

const sum = (values: readonly Decimal[]) => values.reduce((total, value) => total.plus(value), zero);

/**
 * Net and tax of some rows, in whole cents. Of net prices each is rounded by itself; prices with tax add up to what is
 * paid, so the net total is what the tax leaves of it (inferred).
 */
function sumsOf(rows: readonly PricedRow[], taxes: readonly Decimal[], options: TotalsOptions): Sums {
  const base = sum(rows.map((row) => row.base));
  const tax = isSpread(options) ? sum(taxes) : taxOfAll(rows, options.method);
  return options.method === 'NetPrice'
    ? { net: base.round(centDecimals), tax }
    : { net: base.minus(tax), tax };
}

/** What is added to the total at the very end. */
function roundingOf(total: Decimal, options: TotalsOptions): Decimal {
  if (options.rounding !== undefined) return exact(options.rounding);
  if (options.roundTo === undefined || !(options.roundTo > 0)) return zero;
  const step = exact(options.roundTo);
  return quotient(total, step, 0).times(step).minus(total);
}

function rowTotals(row: PricedRow, tax: Decimal, options: TotalsOptions): RowTotals {
  const isNet = options.method === 'NetPrice';
  return {
    finalNetPrice: numberOf(row.finalNet),
    finalPriceWithVAT: numberOf(row.finalGross),
    rowNetTotal: numberOf(isNet ? row.base : row.base.minus(tax)),
    rowVAT: numberOf(tax),
    rowTotal: numberOf(isNet ? row.base.plus(tax) : row.base),
  };
}

type ByRate = Pick<DocumentTotals, 'netTotalsByTaxRate' | 'vatTotalsByTaxRate'>;

interface Whole {
  readonly options: TotalsOptions;
  /** Of all rows: those of the only rate, where there is one. */
  readonly sums: Sums;
}

function totalsByRate(rows: readonly PricedRow[], taxes: readonly Decimal[], whole: Whole): ByRate {
  const indexes = new Map<number, number[]>();
  for (const [index, { vatrateID }] of rows.entries()) {
    const known = indexes.get(vatrateID);
    if (known === undefined) indexes.set(vatrateID, [index]);
    else known.push(index);
  }
  const at = <TValue>(values: readonly TValue[], own: readonly number[]) =>
    own.flatMap((index) => values[index] ?? []);
  const netTotalsByTaxRate: RateTotal[] = [];
  const vatTotalsByTaxRate: RateTotal[] = [];
  for (const [vatrateID, own] of indexes) {
    const isAlone = own.length === rows.length;
    const { net, tax } = isAlone ? whole.sums : sumsOf(at(rows, own), at(taxes, own), whole.options);
    netTotalsByTaxRate.push({ vatrateID, total: numberOf(net) });
    vatTotalsByTaxRate.push({ vatrateID, total: numberOf(tax) });
  }
  return { netTotalsByTaxRate, vatTotalsByTaxRate };
}
