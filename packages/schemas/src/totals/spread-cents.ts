import { centDecimals, type Decimal, hundred, hundredth, zero } from './exact.ts';

/** Towards zero. */
const down = 0;

/**
 * Whole cents that add up to the sum of some amounts, itself rounded to cents: each amount loses what it has beyond its
 * cents, and the cents that are then missing go to those that lost most, the earlier one first (largest remainder).
 */
export function spreadCents(amounts: readonly Decimal[]): Decimal[] {
  const exactSum = amounts.reduce((sum, amount) => sum.plus(amount), zero);
  const cents = amounts.map((amount) => amount.round(centDecimals, down));
  const missing = cents.reduce((left, part) => left.minus(part), exactSum.round(centDecimals));
  const step = missing.s < 0 ? hundredth.neg() : hundredth;
  const lost = (index: number) => (amounts[index] ?? zero).minus(cents[index] ?? zero).times(step);
  const order = [...amounts.keys()].sort((left, right) => lost(right).cmp(lost(left)) || left - right);
  const count = Number(missing.abs().times(hundred).toString());
  for (const index of order.slice(0, count)) cents[index] = (cents[index] ?? zero).plus(step);
  return cents;
}
