import type { calls } from '@erply-kit/schemas';

import type { Handler } from '../../generic/handler.ts';
import { listWith } from '../../generic/list.ts';
import type { Filter } from '../../query/filter.ts';
import type { Row } from '../../store/row.ts';

const redeemed: Filter = { key: 'redeemed', matches: (row) => row.get('status') === 'REDEEMED' };

/** A coupon that was used, under the shorter names of this call. */
const asRedeemed = (record: Row): Row => ({
  timestamp: record.redeemedTimestamp,
  invoiceID: record.redeemedInvoiceID,
  invoiceNo: record.redeemedInvoiceNo,
  customerID: record.redeemedCustomerID,
  warehouseID: record.redeemedWarehouseID,
  warehouseCode: record.redeemedWarehouseCode,
  pointOfSaleID: record.redeemedPointOfSaleID,
  employeeID: record.redeemedEmployeeID,
});

/** Coupons that were used. */
export const getRedeemedCoupons: Handler<typeof calls.getRedeemedCoupons> = (context, input) =>
  listWith(context, input, { filters: [redeemed], addBlocks: asRedeemed });
