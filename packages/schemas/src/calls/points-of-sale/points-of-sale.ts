import { defineTable } from '../../define-table.ts';
import { pointOfSale } from './point-of-sale.ts';

/** Registers, each of which stands in a location. */
export const pointsOfSale = defineTable({
  name: 'pointsOfSale',
  key: 'pointOfSaleID',
  record: pointOfSale,
  joins: {
    warehouseName: { table: 'warehouses', by: 'warehouseID', field: 'name' },
    vatrate: { table: 'vatRates', by: 'vatrateID', field: 'rate' },
  },
  dependsOn: ['posQuickButtons'],
  references: { vatrateIDrange1: 'vatRates', vatrateIDrange2: 'vatRates' },
  logged: true,
  timestamps: true,
});
