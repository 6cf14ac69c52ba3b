import type { Behaviour } from '../../account/account.ts';

/** A list of IDs is emptied by an ID of 0 (inferred): an empty text was not filled in. */
const emptied = (value: unknown) => (Array.isArray(value) && value.every((item) => item === 0) ? [] : value);

/** A new promotion counts, and comes into a sale by itself. The coupon that leads to it says so itself. */
export const campaigns: Behaviour = {
  defaults: { type: 'auto', enabled: 1 },
  toStored: (fields) =>
    Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, emptied(value)])),
  derivedFields: ['requiredCouponID', 'requiredCouponCode', 'subsidyValue'],
  derive(joined, row, lookup) {
    joined.subsidyValue = row.subsidy;
    const coupons = lookup('coupons');
    const [couponID] = coupons.find('campaignID', row.campaignID);
    if (couponID === undefined) return;
    joined.requiredCouponID = couponID;
    joined.requiredCouponCode = coupons.get(couponID)?.code;
  },
};
