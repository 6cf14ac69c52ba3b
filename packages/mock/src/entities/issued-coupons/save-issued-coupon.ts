import { type calls, type InputOf, phpJson } from '@erply-kit/schemas';

import type { Account } from '../../account/account.ts';
import { checkIDs } from '../../generic/check-ids.ts';
import { type CallContext, type Handler, userOf } from '../../generic/handler.ts';
import { saveRecord } from '../../generic/save.ts';
import type { Row } from '../../store/row.ts';
import { refuse } from '../../wire/refusal.ts';
import { pointsOf, spendPoints } from '../reward-points/points-ledger.ts';
import { isTaken, nextIdentifier } from './coupon-identifier.ts';

type Input = InputOf<typeof calls.saveIssuedCoupon>;

/** Records that a coupon names, and that may go without it. */
const named = {
  invoiceID: 'salesDocuments',
  issuedInvoiceID: 'salesDocuments',
  redeemedInvoiceID: 'salesDocuments',
  customerID: 'customers',
  issuedCustomerID: 'customers',
  redeemedCustomerID: 'customers',
} as const;

const ruleOf = (account: Account, couponID: unknown): Row =>
  account.table('coupons').get(Number(couponID ?? 0)) ?? {};

const isOfUse = (field: string) => field.startsWith('redeemed');

/** The fields of a save without what may not be set: the use of a coupon that was not used, and nothing for something. */
function settable(saved: Row, isUsed: boolean): Row {
  const isEmpty = ([field, value]: readonly [string, unknown]) =>
    (field === 'uniqueIdentifier' && value === '') || (field === 'redeemedTimestamp' && value === 0);
  const kept = Object.entries(saved).filter((entry) => !isEmpty(entry) && (isUsed || !isOfUse(entry[0])));
  return Object.fromEntries(kept);
}

/** What a coupon costs of its customer's points; 0 where nobody pays. */
function costOf(account: Account, input: Input): number {
  if (input.doNotSubtractRewardPoints === 1 || !account.hasModule('rewardPoints')) return 0;
  return Number(ruleOf(account, input.couponID).printingCostInRewardPoints ?? 0);
}

/** The row of a new coupon; 1042 where its customer cannot pay for it. */
function issued(account: Account, saved: Row, cost: number): Row {
  const { issuedCustomerID, issuedPointOfSaleID, couponID } = saved;
  if (cost > 0 && pointsOf(account, Number(issuedCustomerID ?? 0)) < cost) refuse(1042);
  return {
    ...saved,
    uniqueIdentifier:
      saved.uniqueIdentifier ?? nextIdentifier(account, Number(issuedPointOfSaleID), Number(couponID)),
    issuedTimestamp: saved.issuedTimestamp || account.now(),
  };
}

/** Takes from its customer what a new coupon costs. */
function payFor(context: CallContext, issuedCouponID: number, points: number): void {
  const { account } = context;
  const coupon = account.table('issuedCoupons').get(issuedCouponID) ?? {};
  const { issuedCustomerID: customerID = 0, issuedInvoiceID: invoiceID } = coupon;
  const { issuedWarehouseID: warehouseID, issuedPointOfSaleID: pointOfSaleID } = coupon;
  const place = { invoiceID, warehouseID, pointOfSaleID, employeeID: coupon.issuedEmployeeID };
  spendPoints(account, { customerID, points, issuedCouponID, ...place }, userOf(context));
}

/** Issues a coupon, or edits one. */
export const saveIssuedCoupon: Handler<typeof calls.saveIssuedCoupon> = (context, input) => {
  const { account } = context;
  const { issuedCouponID: known, uniqueIdentifier = '' } = input;
  checkIDs(account, input, named);
  if (uniqueIdentifier !== '' && isTaken(account, uniqueIdentifier, known)) refuse(1012, 'uniqueIdentifier');
  const cost = known === undefined ? costOf(account, input) : 0;
  const id = saveRecord(context, input, (saved, before) => {
    const fields = settable(saved, before?.status === 'REDEEMED');
    return before === undefined ? issued(account, fields, cost) : fields;
  });
  if (cost > 0) payFor(context, id, cost);
  const row = account.table('issuedCoupons').get(id) ?? {};
  const rule = ruleOf(account, row.couponID);
  const answer = {
    issuedCouponID: id,
    couponID: row.couponID ?? 0,
    couponCode: rule.code ?? '',
    couponName: rule.name ?? '',
    couponDescription: rule.description ?? '',
    uniqueIdentifier: row.uniqueIdentifier ?? '',
    printingCostInRewardPoints: rule.printingCostInRewardPoints ?? 0,
  };
  return { recordsTotal: 1, records: [phpJson(answer)] };
};
