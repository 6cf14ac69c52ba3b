import { defineTable } from '../../define-table.ts';
import { giftCardRedeemingRow } from './gift-card-redeeming-row.ts';

/** Uses of gift cards. */
export const giftCardRedeemings = defineTable({
  name: 'giftCardRedeemings',
  key: 'redeemingID',
  record: giftCardRedeemingRow,
  joins: { warehouseCode: { table: 'warehouses', by: 'warehouseID', field: 'code' } },
  dependsOn: ['salesDocuments'],
  references: { pointOfSaleID: 'pointsOfSale', employeeID: 'employees' },
  logged: false,
  timestamps: true,
});
