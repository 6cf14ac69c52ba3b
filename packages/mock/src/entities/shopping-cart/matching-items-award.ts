import type { CartRow } from './cart-row.ts';
import { canGet, purchasedRows } from './chosen-products.ts';
import { amountIn, Basket, byPrice, type Pieces } from './pieces.ts';
import type { AwardMaker, PricedCart, Promotion } from './promotion.ts';
import { percentOff, pricedAt, sumOffEach } from './row-awards.ts';

/**
 * What was bought gets the award, the dearest first, up to `most` pieces for each redemption; 0 stands for any number. How
 * a limit of redemptions and one of pieces go together is inferred.
 */
function reducedPieces(promotion: Promotion, cart: PricedCart, most: number): Pieces {
  const bought = purchasedRows(promotion, cart.rows);
  if (amountIn(bought) < (promotion.campaign.purchasedAmount ?? 0)) return new Map();
  const rows = byPrice(
    bought.filter((row: CartRow) => canGet(promotion, row)),
    'dearest',
  );
  const times = promotion.campaign.redemptionLimit ? promotion.limit : 1;
  return new Basket(rows).take(rows, most === 0 ? Infinity : most * times);
}

/** How many redemptions so many pieces are. */
function countOf(pieces: Pieces, most: number): number {
  const amount = [...pieces.values()].reduce((sum, one) => sum + one, 0);
  return most === 0 ? 1 : Math.max(1, Math.ceil(amount / most));
}

type Kind = 'percent' | 'sum' | 'unitPrice';

function award(kind: Kind, pieces: Pieces, value: number) {
  if (kind === 'percent') return percentOff(pieces, value);
  return kind === 'sum' ? sumOffEach(pieces, value) : pricedAt(pieces, value);
}

const onMatching =
  (kind: Kind, valueIn: (campaign: Promotion['campaign']) => number | undefined): AwardMaker =>
  (promotion, cart) => {
    const { maximumNumberOfMatchingItems = 0, maxItemsWithSpecialUnitPrice = 0 } = promotion.campaign;
    const most = kind === 'unitPrice' ? maxItemsWithSpecialUnitPrice : maximumNumberOfMatchingItems;
    const pieces = reducedPieces(promotion, cart, most);
    return { count: countOf(pieces, most), rows: award(kind, pieces, valueIn(promotion.campaign) ?? 0) };
  };

/** Percent off what was bought. */
export const percentOffMatching = onMatching('percent', (campaign) => campaign.percentageOffMatchingItems);

/** A sum off each piece of what was bought (that it is of each is inferred). */
export const sumOffMatching = onMatching('sum', (campaign) => campaign.sumOffMatchingItems);

/** A price for each piece of what was bought. */
export const unitPriceOfMatching = onMatching('unitPrice', (campaign) => campaign.specialUnitPrice);
