import { mostRedemptions } from './awarded-items-award.ts';
import { canGet, purchasedRows } from './chosen-products.ts';
import { exact, zero } from './exact.ts';
import { addPieces, Basket, byPrice, type Pieces } from './pieces.ts';
import type { AwardMaker } from './promotion.ts';
import { priceOfPieces, sumOffAll } from './row-awards.ts';

/**
 * So many pieces for a fixed total, as often as there are so many; the dearest are the first (inferred). A set that
 * costs no more without it is left alone, and so are those after it, which cost no more than it.
 */
export const specialPriceForAll: AwardMaker = (promotion, { rows }) => {
  const { purchasedAmount = 0, specialPrice = 0 } = promotion.campaign;
  if (purchasedAmount <= 0) return undefined;
  const bought = purchasedRows(promotion, rows).filter((row) => canGet(promotion, row));
  const order = byPrice(bought, 'dearest');
  const basket = new Basket(order);
  const pieces: Pieces = new Map();
  const most = Math.min(promotion.limit, mostRedemptions);
  let [count, saved] = [0, zero];
  while (count < most && basket.left(order) >= purchasedAmount) {
    const set = basket.take(order, purchasedAmount);
    const off = priceOfPieces(set).minus(exact(specialPrice));
    if (off.lte(zero)) break;
    addPieces(pieces, set);
    saved = saved.plus(off);
    count += 1;
  }
  return { count, rows: sumOffAll(pieces, saved) };
};
