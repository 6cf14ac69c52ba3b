import { defineTable } from '../../define-table.ts';
import { dayClosing } from './day-closing.ts';
import { hiddenDayFields } from './hidden-day-fields.ts';

/** Days of registers, one for each shift and currency. */
export const dayClosings = defineTable({
  name: 'dayClosings',
  key: 'dayID',
  record: dayClosing,
  hidden: hiddenDayFields,
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
