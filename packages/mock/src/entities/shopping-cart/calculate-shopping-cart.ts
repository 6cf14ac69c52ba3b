import type { calls } from '@erply-kit/schemas';

import { type Handler, userOf } from '../../generic/handler.ts';
import { pointsOf } from '../reward-points/points-ledger.ts';
import { applyPromotions } from './apply-promotions.ts';
import { cartAnswer } from './cart-answer.ts';
import { scanCoupons } from './cart-coupons.ts';
import { cartSetting } from './cart-setting.ts';
import { possiblePromotions } from './possible-promotions.ts';
import { priceRows } from './price-rows.ts';

/** Prices a cart: price lists and the manual discount first, then one promotion after the other. */
export const calculateShoppingCart: Handler<typeof calls.calculateShoppingCart> = (context, input) => {
  userOf(context);
  const setting = cartSetting(context.account, input);
  const coupons = scanCoupons(context.account, input.couponIdentifiers ?? []);
  const rows = priceRows(setting);
  const points = pointsOf(context.account, setting.customerID);
  const applied = applyPromotions(possiblePromotions(setting, coupons), { setting, rows, points });
  return { recordsTotal: 1, records: [cartAnswer({ setting, rows, applied, coupons })] };
};
