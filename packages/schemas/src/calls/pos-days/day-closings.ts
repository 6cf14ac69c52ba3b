import { defineTable } from '../../define-table.ts';
import { dayClosingRow } from './day-closing-row.ts';

/** Days of registers, one for each shift and currency. */
export const dayClosings = defineTable({
  name: 'dayClosings',
  key: 'dayID',
  record: dayClosingRow,
  joins: {
    warehouseName: { table: 'warehouses', by: 'warehouseID', field: 'name' },
    pointOfSaleName: { table: 'pointsOfSale', by: 'pointOfSaleID', field: 'name' },
    openedByEmployeeName: { table: 'employees', by: 'openedByEmployeeID', field: 'fullName' },
    closedByEmployeeName: { table: 'employees', by: 'closedByEmployeeID', field: 'fullName' },
  },
  moduleFields: { posMulticurrency: ['currencyCode'] },
  logged: false,
  timestamps: false,
});
