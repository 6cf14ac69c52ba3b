import type { RowOfTable } from '@erply-kit/schemas';

import { pointsOf } from '../reward-points/points-ledger.ts';
import type { CartSetting } from './cart-setting.ts';

type Coupon = RowOfTable<'coupons'>;

function isPrintedHere(coupon: Coupon, { warehouseID, day }: CartSetting): boolean {
  const { printedAutomaticallyInPOS, issuedFromDate, issuedUntilDate, warehouseID: only } = coupon;
  return (
    printedAutomaticallyInPOS === 1 &&
    (!only || only === warehouseID) &&
    (issuedFromDate || day) <= day &&
    day <= (issuedUntilDate || day)
  );
}

/** Whether the sale comes up to what a coupon asks for, or the customer's points do; other thresholds are not known. */
function isEarned(coupon: Coupon, { account, customerID }: CartSetting, total: number): boolean {
  const { threshold = 0, measure, thresholdType } = coupon;
  if (thresholdType === 'points_amt') return pointsOf(account, customerID) >= threshold;
  return measure === 'dollars' && total >= threshold;
}

/** The coupons that a register should print by itself after the sale (which ones is inferred). */
export function couponsToPrint(setting: CartSetting, total: number): { id: number; points: number }[] {
  const { account, input } = setting;
  if (input.getAutomaticCoupons !== 1 || !account.hasModule('promotions')) return [];
  const table = account.table('coupons');
  return [...table.ids()].flatMap((id) => {
    const coupon = table.get(id) ?? {};
    if (!isPrintedHere(coupon, setting) || !isEarned(coupon, setting, total)) return [];
    return [{ id, points: coupon.printingCostInRewardPoints ?? 0 }];
  });
}
