import { defineTable } from '../../define-table.ts';
import { coupon } from './coupon.ts';

/** Coupon rules: what is printed, when, and which promotion it leads to. */
export const coupons = defineTable({
  name: 'coupons',
  key: 'couponID',
  record: coupon,
  references: { campaignID: 'campaigns', warehouseID: 'warehouses' },
  logged: true,
  timestamps: true,
});
