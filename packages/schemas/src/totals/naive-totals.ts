import type { TotalsOptions, TotalsRow } from './totals-options.ts';

/** A fraction of whole numbers: what tests compute with instead of decimals. The denominator is above 0. */
type Fraction = readonly [numerator: bigint, denominator: bigint];

const parse = (value: number): Fraction => {
  const [whole = '', part = ''] = String(value).split('.');
  return [BigInt(whole + part), 10n ** BigInt(part.length)];
};
const add = ([a, b]: Fraction, [c, d]: Fraction): Fraction => [a * d + c * b, b * d];
const subtract = (left: Fraction, [c, d]: Fraction): Fraction => add(left, [-c, d]);
const multiply = ([a, b]: Fraction, [c, d]: Fraction): Fraction => [a * c, b * d];

/** Half away from zero. */
function roundTo([a, b]: Fraction, decimals: number): Fraction {
  const scale = 10n ** BigInt(decimals);
  const size = ((a < 0n ? -a : a) * scale * 2n + b) / (2n * b);
  return [a < 0n ? -size : size, scale];
}

const toNumber = (value: Fraction): number => {
  const [cents] = roundTo(value, 2);
  return Number(`${cents}e-2`) + 0;
};
const share = (percent: number): Fraction => multiply(parse(percent), [1n, 100n]);
const one: Fraction = [1n, 1n];
const total = (values: readonly Fraction[]): Fraction => values.reduce(add, [0n, 1n]);

function netPrice(rows: readonly TotalsRow[], options: TotalsOptions) {
  const { version, priceDecimals } = options;
  const nets = rows.map((row) => {
    const price = roundTo(parse(row.price), priceDecimals);
    const reduced = multiply(price, subtract(one, share(row.discount)));
    const unit = roundTo(reduced, version === 3 || version === 5 ? 10 : priceDecimals);
    return roundTo(multiply(unit, parse(row.amount)), version === 3 ? 8 : 2);
  });
  const taxes = rows.map((row, index) => multiply(nets[index] ?? one, share(row.vatRate)));
  return { net: roundTo(total(nets), 2), vat: roundTo(total(taxes), 2) };
}

function priceWithTax(rows: readonly TotalsRow[], options: TotalsOptions) {
  const decimals = options.version === 4 ? 10 : 2;
  const grosses = rows.map((row) => {
    const net = roundTo(parse(row.price), Math.max(4, options.priceDecimals));
    const gross = roundTo(multiply(net, add(one, share(row.vatRate))), decimals);
    const unit = roundTo(multiply(gross, subtract(one, share(row.discount))), decimals);
    return roundTo(multiply(unit, parse(row.amount)), 2);
  });
  const taxes = rows.map((row, index): Fraction => {
    const [rate, below] = parse(row.vatRate);
    return multiply(grosses[index] ?? one, [rate, rate + 100n * below]);
  });
  const vat = roundTo(total(taxes), 2);
  return { net: subtract(total(grosses), vat), vat };
}

/** The totals of a document in fractions, step by step as the page has them. For tests only. */
export function naiveTotals(rows: readonly TotalsRow[], options: TotalsOptions) {
  const { net, vat } = (options.method === 'NetPrice' ? netPrice : priceWithTax)(rows, options);
  return { netTotal: toNumber(net), vatTotal: toNumber(vat), total: toNumber(add(net, vat)) };
}
