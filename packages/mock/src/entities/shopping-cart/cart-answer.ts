import { calls, phpJson } from '@erply-kit/schemas';
import { type RowTotals, totalsOf } from '@erply-kit/schemas/totals';

import type { Row } from '../../store/row.ts';
import { recordWriter } from '../../wire/record-writer.ts';
import type { AppliedPromotion } from './apply-promotions.ts';
import type { ScannedCoupons } from './cart-coupons.ts';
import { type CartRow, discountOf, totalsRow } from './cart-row.ts';
import type { CartSetting } from './cart-setting.ts';
import { couponsToPrint } from './coupons-to-print.ts';
import { exact, hundred, hundredth, numberOf, one, zero } from './exact.ts';

interface CalculatedCart {
  readonly setting: CartSetting;
  readonly rows: readonly CartRow[];
  readonly applied: readonly AppliedPromotion[];
  readonly coupons: ScannedCoupons;
}

const cartRecord = calls.calculateShoppingCart.result.one;
const rowRecord = () => cartRecord().shape.rows.element;

/** Decimals of what promotions take off, in percent. */
const percentDecimals = 10;

/** What promotions take off the price after the manual discount, in percent. */
function promotionDiscount({ share, manualDiscount, isPromoted }: CartRow): number {
  const before = one.minus(exact(manualDiscount).times(hundredth));
  if (!isPromoted || before.lte(zero)) return 0;
  return numberOf(one.minus(share.div(before)).times(hundred).round(percentDecimals));
}

/** A net price that a discount has changed; one that none has changed is the original one, to the last decimal. */
const netAfter = (discount: number, row: CartRow, totals: RowTotals): number =>
  discount === 0 ? row.price : totals.finalNetPrice;

/** The prices of a row, one step after the other. */
function rowPrices(row: CartRow, final: RowTotals): Row {
  const { original, byHand, manualDiscount } = row;
  const discount = discountOf(row);
  const [net, gross] = [netAfter(discount, row, final), final.finalPriceWithVAT];
  return {
    ...{ originalPrice: row.price, originalPriceWithVAT: original.finalPriceWithVAT },
    ...{ manualDiscountPrice: netAfter(manualDiscount, row, byHand) },
    ...{ manualDiscountPriceWithVAT: byHand.finalPriceWithVAT },
    ...{ promotionPrice: net, promotionPriceWithVAT: gross, promotionDiscount: promotionDiscount(row) },
    ...{ originalDiscount: manualDiscount, manualDiscount, discount },
    ...{ finalPrice: net, finalPriceWithVAT: gross },
  };
}

/** What made the price, numbered by discount and by row. */
const discountFields = ({ discounts, number }: CartRow): string[] =>
  discounts.flatMap((discount, index) =>
    Object.entries(discount).map(
      ([name, value]) => `${phpJson(`promotionRule${index + 1}${name}${number}`)}:${phpJson(value)}`,
    ),
  );

function rowText(row: CartRow, totals: RowTotals): string {
  const { number, product, amount, vatrateID, vatRate, reasonCodeID, nonDiscountable } = row;
  const fields = {
    ...{ rowNumber: number, productID: product.productID, amount, vatrateID, vatRate, nonDiscountable },
    ...rowPrices(row, totals),
    ...{ ...totals, manualDiscountReasonCodeID: reasonCodeID },
  };
  const known = recordWriter(rowRecord)(fields);
  return `{${[known.slice(1, -1), ...discountFields(row)].join()}}`;
}

/** Coupons of promotions that had an effect: one for each time. */
const usedCoupons = ({ applied, coupons }: CalculatedCart): string[] =>
  applied
    .filter(({ promotion }) => promotion.campaign.type === 'coupon')
    .flatMap(({ promotion, count }) =>
      (coupons.get(promotion.campaign.campaignID ?? 0) ?? []).slice(0, count),
    );

const emptyRows = '{"rows":[],';

/** The cart as it is answered. */
export function cartAnswer(cart: CalculatedCart): string {
  const { setting, rows, applied } = cart;
  const { rows: rowTotals, ...totals } = totalsOf(
    rows.map((row) => totalsRow(row, discountOf(row))),
    setting.totals,
  );
  const printed = couponsToPrint(setting, totals.total);
  const known = recordWriter(cartRecord)({
    ...totals,
    rows: [],
    usedCouponIdentifiers: usedCoupons(cart).join(),
    appliedPromotions: applied.map(({ promotion: { campaign }, count }) => ({
      ...{ promotionID: campaign.campaignID, count, rewardPoints: campaign.rewardPoints },
    })),
    automaticCoupons: printed.map(({ id }) => id).join(),
    printAutomaticCoupons: printed.map(({ id, points }) => ({
      ...{ couponID: id, printingCostInRewardPoints: points },
    })),
  });
  const texts = rows.map((row, index) => rowText(row, rowTotals[index] ?? row.byHand));
  return `{"rows":[${texts.join()}],${known.slice(emptyRows.length)}`;
}
