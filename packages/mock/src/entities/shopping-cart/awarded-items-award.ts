import type { CartRow } from './cart-row.ts';
import { awardedRows, purchasedRows } from './chosen-products.ts';
import { holds } from './conditions.ts';
import { addPieces, Basket, byPrice, type Pieces } from './pieces.ts';
import type { AwardMaker, PricedCart, Promotion } from './promotion.ts';
import { percentOff, sumOffEach } from './row-awards.ts';

/** How often a promotion can be applied to one sale: more is not worked out. */
export const mostRedemptions = 10_000;

interface Redeemed {
  readonly count: number;
  readonly pieces: Pieces;
}

/** Takes awarded pieces: at most `awardedAmount`, 0 for any number, and of one row where only one may have them. */
function takeAwarded({ campaign }: Promotion, basket: Basket, rows: readonly CartRow[]): Pieces {
  const { awardedAmount = 0, discountForOneLine } = campaign;
  const open = rows.filter((row) => basket.left([row]) > 0);
  return basket.take(discountForOneLine === 1 ? open.slice(0, 1) : open, awardedAmount || Infinity);
}

/** What is bought to get something, in the order in which it is used up: first what cannot be awarded itself. */
function paidRows(promotion: Promotion, cart: PricedCart, awarded: readonly CartRow[]): CartRow[] {
  const bought = purchasedRows(promotion, cart.rows);
  const isLowest = promotion.campaign.lowestPriceItemIsAwarded === 1;
  const rows = isLowest ? byPrice(bought, 'dearest') : bought;
  const canBeAwarded = new Set(awarded);
  return [...rows.filter((row) => !canBeAwarded.has(row)), ...rows.filter((row) => canBeAwarded.has(row))];
}

/** So many bought, so many awarded, again and again: a piece is either paid for or awarded, and only once. */
function redeem(promotion: Promotion, cart: PricedCart): Redeemed {
  const { purchasedAmount = 0, lowestPriceItemIsAwarded } = promotion.campaign;
  const found = awardedRows(promotion, cart.rows);
  const awarded = lowestPriceItemIsAwarded === 1 ? byPrice(found, 'cheapest') : found;
  const paid = paidRows(promotion, cart, awarded);
  const basket = new Basket(new Set([...paid, ...awarded]));
  const pieces: Pieces = new Map();
  const most = Math.min(promotion.limit, mostRedemptions);
  let count = 0;
  while (count < most && basket.left(paid) >= purchasedAmount) {
    basket.take(paid, purchasedAmount);
    const taken = takeAwarded(promotion, basket, awarded);
    if (taken.size === 0) break;
    addPieces(pieces, taken);
    count += 1;
  }
  return { count, pieces };
}

/** What depends on the total or on points is given once. */
function giveOnce(promotion: Promotion, cart: PricedCart): Redeemed {
  if (!holds(promotion, cart)) return { count: 0, pieces: new Map() };
  const found = awardedRows(promotion, cart.rows);
  const rows = promotion.campaign.lowestPriceItemIsAwarded === 1 ? byPrice(found, 'cheapest') : found;
  return { count: 1, pieces: takeAwarded(promotion, new Basket(rows), rows) };
}

const given = (promotion: Promotion, cart: PricedCart): Redeemed =>
  (promotion.campaign.purchasedAmount ?? 0) > 0 ? redeem(promotion, cart) : giveOnce(promotion, cart);

/** Percent off the awarded products: 100 makes them free. */
export const percentOffAwarded: AwardMaker = (promotion, cart) => {
  const { count, pieces } = given(promotion, cart);
  return { count, rows: percentOff(pieces, promotion.campaign.percentageOFF ?? 0) };
};

/** A sum off each awarded product (that it is of each is inferred). */
export const sumOffAwarded: AwardMaker = (promotion, cart) => {
  const { count, pieces } = given(promotion, cart);
  return { count, rows: sumOffEach(pieces, promotion.campaign.sumOFF ?? 0) };
};
