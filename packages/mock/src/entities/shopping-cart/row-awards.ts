import { type CartRow, unitPrice } from './cart-row.ts';
import { type Decimal, exact, hundredth, zero } from './exact.ts';
import type { Pieces } from './pieces.ts';
import type { RowAward } from './promotion.ts';

const notBelowZero = (share: Decimal) => (share.lt(zero) ? zero : share);

/** A sum off a row: what is left of its price, which is not less than nothing. */
function withoutSum(row: CartRow, amount: number, sum: Decimal): RowAward {
  const full = row.shelfPrice.times(exact(row.amount));
  const share = full.eq(zero) ? row.share : notBelowZero(row.share.minus(sum.div(full)));
  return { row, amount, share };
}

/** So many percent off some pieces. */
export const percentOff = (pieces: Pieces, percent: number): RowAward[] =>
  [...pieces].map(([row, amount]) => {
    const part = exact(percent).times(hundredth).times(row.share);
    const ofRow = amount === row.amount ? part : part.times(exact(amount)).div(exact(row.amount));
    return { row, amount, share: notBelowZero(row.share.minus(ofRow)) };
  });

const smaller = (left: Decimal, right: Decimal) => (left.lt(right) ? left : right);

/** A sum off each of some pieces, but not more than it costs. */
export const sumOffEach = (pieces: Pieces, sum: number): RowAward[] =>
  [...pieces].map(([row, amount]) =>
    withoutSum(row, amount, smaller(exact(sum), unitPrice(row)).times(exact(amount))),
  );

/** A price for each of some pieces that cost more. */
export const pricedAt = (pieces: Pieces, price: number): RowAward[] =>
  [...pieces].flatMap(([row, amount]) => {
    const saved = unitPrice(row).minus(exact(price));
    return saved.lte(zero) ? [] : [withoutSum(row, amount, saved.times(exact(amount)))];
  });

/** What some pieces cost now. */
export const priceOfPieces = (pieces: Pieces): Decimal =>
  [...pieces].reduce((sum, [row, amount]) => sum.plus(unitPrice(row).times(exact(amount))), zero);

/** One sum off some pieces, spread by what they cost (inferred), and not more than all of it. */
export function sumOffAll(pieces: Pieces, sum: Decimal): RowAward[] {
  const value = priceOfPieces(pieces);
  if (value.lte(zero) || sum.lte(zero)) return [];
  const off = smaller(sum, value);
  return [...pieces].map(([row, amount]) =>
    withoutSum(row, amount, off.times(unitPrice(row).times(exact(amount))).div(value)),
  );
}
