import type { CartRow } from './cart-row.ts';
import { canGet } from './chosen-products.ts';
import { exact } from './exact.ts';
import type { Pieces } from './pieces.ts';
import { type AwardMaker, idsOf, type Promotion } from './promotion.ts';
import { percentOff, priceOfPieces, sumOffAll } from './row-awards.ts';

const kinds = {
  percentageOffEntirePurchase: 'percentageOff',
  sumOffEntirePurchase: 'sumOff',
} as const;

/** The rows that a discount on the whole sale is on, with all their pieces; here a row may be of any amount. */
function rowsOf(promotion: Promotion, rows: readonly CartRow[]): Pieces {
  const { campaign } = promotion;
  const kind = kinds[promotion.award as keyof typeof kinds];
  const included = idsOf(campaign, `${kind}IncludedProducts`);
  const excluded = idsOf(campaign, `${kind}ExcludedProducts`);
  const skipsReduced = campaign.excludeDiscountedFromPercentageOffEntirePurchase === 1;
  const skipsPromoted = campaign.excludePromotionItemsFromPercentageOffEntirePurchase === 1;
  const gets = (row: CartRow) => {
    const id = Number(row.product.productID);
    const isReduced = row.isListed || row.isPromoted || row.manualDiscount !== 0;
    return (
      row.amount > 0 &&
      canGet(promotion, row) &&
      (included.length === 0 || included.includes(id)) &&
      !excluded.includes(id) &&
      !(skipsReduced && isReduced) &&
      !(skipsPromoted && row.isPromoted)
    );
  };
  return new Map(rows.filter(gets).map((row) => [row, row.amount]));
}

/** Percent off the whole sale: once. */
export const percentOffSale: AwardMaker = (promotion, { rows }) => ({
  count: 1,
  rows: percentOff(rowsOf(promotion, rows), promotion.campaign.percentageOffEntirePurchase ?? 0),
});

/**
 * A sum off the whole sale: once. Only points may be spent several times, up to `maximumPointsDiscount` and to what the
 * sale comes to (inferred).
 */
export const sumOffSale: AwardMaker = (promotion, { rows, points }) => {
  const { sumOffEntirePurchase: sum = 0, rewardPoints = 0, maximumPointsDiscount = 0 } = promotion.campaign;
  const pieces = rowsOf(promotion, rows);
  if (rewardPoints === 0 || maximumPointsDiscount === 0)
    return { count: 1, rows: sumOffAll(pieces, exact(sum)) };
  const most = Math.min(maximumPointsDiscount, Number(priceOfPieces(pieces).toString()));
  const count = Math.min(promotion.limit, Math.floor(points / rewardPoints), Math.floor(most / sum));
  return count < 1 ? undefined : { count, rows: sumOffAll(pieces, exact(sum).times(exact(count))) };
};
