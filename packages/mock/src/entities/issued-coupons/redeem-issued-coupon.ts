import { type calls, phpJson } from '@erply-kit/schemas';

import { checkIDs } from '../../generic/check-ids.ts';
import { type Handler, userOf } from '../../generic/handler.ts';
import { usableCoupon } from './coupon-status.ts';

const named = {
  invoiceID: 'salesDocuments',
  customerID: 'customers',
  warehouseID: 'warehouses',
  pointOfSaleID: 'pointsOfSale',
  employeeID: 'employees',
} as const;

/** Writes down that a coupon was used. */
export const redeemIssuedCoupon: Handler<typeof calls.redeemIssuedCoupon> = (context, input) => {
  const { account } = context;
  checkIDs(account, input, named);
  const { id, row } = usableCoupon(account, input.uniqueIdentifier);
  const fields = {
    status: 'REDEEMED',
    redeemedTimestamp: input.timestamp || account.now(),
    redeemedInvoiceID: input.invoiceID,
    redeemedCustomerID: input.customerID,
    redeemedWarehouseID: input.warehouseID,
    redeemedPointOfSaleID: input.pointOfSaleID,
    redeemedEmployeeID: input.employeeID,
  };
  account.update('issuedCoupons', { id, fields, user: userOf(context) });
  const { couponID = 0, uniqueIdentifier } = row;
  return { recordsTotal: 1, records: [phpJson({ issuedCouponID: id, couponID, uniqueIdentifier })] };
};
