import { defineTable } from '../../define-table.ts';
import { issuedCoupon } from './issued-coupon.ts';

/** Coupons that were issued: each has an identifier of its own. */
export const issuedCoupons = defineTable({
  name: 'issuedCoupons',
  key: 'issuedCouponID',
  record: issuedCoupon,
  dependsOn: ['campaigns', 'coupons', 'customers', 'salesDocuments', 'warehouses'],
  references: {
    couponID: 'coupons',
    issuedWarehouseID: 'warehouses',
    issuedPointOfSaleID: 'pointsOfSale',
    issuedEmployeeID: 'employees',
    redeemedWarehouseID: 'warehouses',
    redeemedPointOfSaleID: 'pointsOfSale',
    redeemedEmployeeID: 'employees',
  },
  saveNames: {
    invoiceID: 'issuedInvoiceID',
    customerID: 'issuedCustomerID',
    warehouseID: 'issuedWarehouseID',
    pointOfSaleID: 'issuedPointOfSaleID',
    employeeID: 'issuedEmployeeID',
    timestamp: 'issuedTimestamp',
  },
  logged: false,
  timestamps: true,
});
