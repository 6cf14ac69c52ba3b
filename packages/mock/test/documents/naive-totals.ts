import type { NaiveDocument, NaiveRow } from './naive-document.ts';
import { type NaiveShop, rates } from './naive-shop.ts';

/** Divides and rounds as PHP does: halves away from zero. */
function divided(numerator: bigint, divisor: bigint): bigint {
  const isNegative = numerator < 0n;
  const size = isNegative ? -numerator : numerator;
  const rounded = (2n * size + divisor) / (2n * divisor);
  return isNegative ? -rounded : rounded;
}

export interface NaiveTotals {
  /** In cents, all of them. */
  readonly net: number;
  readonly vat: number;
  readonly total: number;
}

/** A sum of fractions. */
interface Fraction {
  readonly over: bigint;
  readonly under: bigint;
}

const plus = (one: Fraction, other: Fraction): Fraction => ({
  over: one.over * other.under + other.over * one.under,
  under: one.under * other.under,
});

/** Net and tax of a row in cents, exactly. */
type RowTotals = (row: NaiveRow) => { readonly net: Fraction; readonly vat: Fraction };

const rateOf = ({ vatrateID }: NaiveRow) => BigInt(rates[vatrateID] ?? 0);

/**
 * NetPrice version 2 (additions.md 1.1): the price of one has the account's `price_decimals`, the net total of a row 2, its
 * tax all of them.
 */
const byNetPrice =
  (priceDecimals: number): RowTotals =>
  (row) => {
    // Of a hundredth of a cent: a price in cents less whole percents has no more decimals than 4.
    const step = 10n ** BigInt(4 - priceDecimals);
    const one = divided(BigInt(row.cents) * BigInt(100 - row.discount), step) * step;
    const net = divided(one * BigInt(row.amount), 100n);
    return { net: { over: net, under: 1n }, vat: { over: net * rateOf(row), under: 100n } };
  };

/** PriceWithTax version 2 (additions.md 1.1): prices with tax have 2 decimals, and so has a row's total with tax. */
const byPriceWithTax: RowTotals = (row) => {
  const rate = rateOf(row);
  const withTax = divided(BigInt(row.cents) * (100n + rate), 100n);
  const total = divided(withTax * BigInt(100 - row.discount), 100n) * BigInt(row.amount);
  return { net: { over: total * 100n, under: 100n + rate }, vat: { over: total * rate, under: 100n + rate } };
};

const nothing: Fraction = { over: 0n, under: 1n };

/** The totals of a sales or purchase document: receipts are counted from prices with tax, all others from net prices. */
export function naiveTotals(
  { type, rows }: Pick<NaiveDocument, 'type' | 'rows'>,
  { priceDecimals }: Pick<NaiveShop, 'priceDecimals'>,
): NaiveTotals {
  const totalsOfRow = type === 'CASHINVOICE' ? byPriceWithTax : byNetPrice(priceDecimals);
  let [net, vat] = [nothing, nothing];
  for (const row of rows) {
    const ofRow = totalsOfRow(row);
    net = plus(net, ofRow.net);
    vat = plus(vat, ofRow.vat);
  }
  const netCents = Number(divided(net.over, net.under));
  const vatCents = Number(divided(vat.over, vat.under));
  return { net: netCents, vat: vatCents, total: netCents + vatCents };
}
