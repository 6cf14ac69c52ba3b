import { defineTable } from '../../define-table.ts';
import { inventoryWriteOff } from './inventory-write-off.ts';

/** Write-offs of stock. */
export const inventoryWriteOffs = defineTable({
  name: 'inventoryWriteOffs',
  key: 'inventoryWriteOffID',
  record: inventoryWriteOff,
  references: { warehouseID: 'warehouses', reasonID: 'reasonCodes', creatorID: 'employees' },
  logged: true,
  timestamps: true,
});
