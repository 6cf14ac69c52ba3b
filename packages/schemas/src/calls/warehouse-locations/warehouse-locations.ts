import { defineTable } from '../../define-table.ts';
import { locationInWarehouse } from './location-in-warehouse.ts';

/** Shelves and bins, under the name that the operations log most likely has for them. */
export const warehouseLocations = defineTable({
  name: 'warehouseLocations',
  key: 'locationInWarehouseID',
  record: locationInWarehouse,
  saveNames: { name: 'locationInWarehouseName' },
  logged: true,
  timestamps: false,
});
