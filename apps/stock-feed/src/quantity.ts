/**
 * Quantities are counted in millionths: whole numbers, so that 0.1 + 0.2 is 0.3 and sums do not depend on their order.
 */
export const perUnit = 1e6;

/** What happens to an item of which more is reserved or sold than there is. */
export type NegativePolicy = 'keep' | 'zero';

interface Amounts {
  readonly amountInStock: number;
  readonly amountReserved: number;
}

/** What is on hand less what is reserved, in millionths. */
export function availableMillionths(amounts: Amounts): number {
  return Math.round(amounts.amountInStock * perUnit) - Math.round(amounts.amountReserved * perUnit);
}

/** Whether an amount is small enough for its millionths to be exact: up to 9,007,199,254 units. */
export function isCountable(amount: number): boolean {
  return Number.isSafeInteger(Math.round(amount * perUnit));
}
