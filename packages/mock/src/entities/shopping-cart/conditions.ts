import { purchasedRows } from './chosen-products.ts';
import { type Decimal, exact, zero } from './exact.ts';
import { amountIn } from './pieces.ts';
import type { PricedCart, Promotion } from './promotion.ts';

/** What is sold comes to this now; goods that come back do not count (inferred). */
const saleValue = ({ rows }: PricedCart): Decimal =>
  rows.filter(({ amount }) => amount > 0).reduce((sum, row) => sum.plus(row.value), zero);

/** Whether a promotion applies at all: by the total of the sale, by what is bought, or by the customer's points. */
export function holds(promotion: Promotion, cart: PricedCart): boolean {
  const { purchaseTotalValue = 0, purchaseTotalValueMax = 0 } = promotion.campaign;
  const { purchasedAmount = 0, rewardPoints = 0 } = promotion.campaign;
  if (rewardPoints > 0) return cart.points >= rewardPoints;
  if (purchasedAmount > 0) return amountIn(purchasedRows(promotion, cart.rows)) >= purchasedAmount;
  if (purchaseTotalValue <= 0) return false;
  const value = saleValue(cart);
  const isBelowMost = purchaseTotalValueMax === 0 || value.lte(exact(purchaseTotalValueMax));
  return value.gte(exact(purchaseTotalValue)) && isBelowMost;
}
