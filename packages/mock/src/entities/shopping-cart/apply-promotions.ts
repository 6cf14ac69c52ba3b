import { percentOffAwarded, sumOffAwarded } from './awarded-items-award.ts';
import { reduceTo } from './cart-row.ts';
import { holds } from './conditions.ts';
import { percentOffMatching, sumOffMatching, unitPriceOfMatching } from './matching-items-award.ts';
import type { AwardMaker, AwardName, PricedCart, Promotion, RowAward } from './promotion.ts';
import { specialPriceForAll } from './special-price-award.ts';
import { percentOffSale, sumOffSale } from './whole-sale-award.ts';

const makers: Readonly<Record<AwardName, AwardMaker>> = {
  specialUnitPrice: unitPriceOfMatching,
  specialPrice: specialPriceForAll,
  percentageOffMatchingItems: percentOffMatching,
  sumOffMatchingItems: sumOffMatching,
  percentageOFF: percentOffAwarded,
  sumOFF: sumOffAwarded,
  percentageOffEntirePurchase: percentOffSale,
  sumOffEntirePurchase: sumOffSale,
};

/** A promotion that had an effect, and how many times. */
export interface AppliedPromotion {
  readonly promotion: Promotion;
  readonly count: number;
}

/** Puts an award on a row, and into what explains its price. */
function putOn({ row, amount, share }: RowAward, { campaign }: Promotion, { setting }: PricedCart): void {
  row.isPromoted = true;
  row.discounts.push({
    promotionID: campaign.campaignID ?? 0,
    priceListID: 0,
    name: campaign.name ?? '',
    amount,
    totalDiscount: reduceTo(row, share, setting),
  });
}

/** Applies promotions one after the other, each to the prices that those before it have left. */
export function applyPromotions(promotions: readonly Promotion[], cart: PricedCart): AppliedPromotion[] {
  const applied: AppliedPromotion[] = [];
  for (const promotion of promotions) {
    const award = holds(promotion, cart) ? makers[promotion.award](promotion, cart) : undefined;
    const changed = award?.rows.filter(({ row, share }) => share.lt(row.share)) ?? [];
    if (award === undefined || changed.length === 0) continue;
    for (const one of changed) putOn(one, promotion, cart);
    cart.points -= (promotion.campaign.rewardPoints ?? 0) * award.count;
    applied.push({ promotion, count: award.count });
  }
  return applied;
}
