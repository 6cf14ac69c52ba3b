import { defineTable } from '../../define-table.ts';
import { cashIn } from './cash-in.ts';

/** Cash put into registers and taken out of them. */
export const cashIns = defineTable({
  name: 'cashIns',
  key: 'transactionID',
  record: cashIn,
  joins: {
    warehouseName: { table: 'warehouses', by: 'warehouseID', field: 'name' },
    pointOfSaleName: { table: 'pointsOfSale', by: 'pointOfSaleID', field: 'name' },
    employeeName: { table: 'employees', by: 'employeeID', field: 'fullName' },
  },
  logged: false,
  timestamps: true,
});
