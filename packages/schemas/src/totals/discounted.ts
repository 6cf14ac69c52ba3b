import { type Decimal, exact, hundred, hundredth } from './exact.ts';

/** A price without so many percent, rounded. */
export function discounted(price: Decimal, percent: number, decimals: number): Decimal {
  if (percent === 0) return price.round(decimals);
  return price
    .times(hundred.minus(exact(percent)))
    .times(hundredth)
    .round(decimals);
}
