import { defineTable } from '../../define-table.ts';
import { inventoryTransfer } from './inventory-transfer.ts';

/** Transfers of stock, and orders for them. */
export const inventoryTransfers = defineTable({
  name: 'inventoryTransfers',
  key: 'inventoryTransferID',
  record: inventoryTransfer,
  references: {
    warehouseFromID: 'warehouses',
    warehouseToID: 'warehouses',
    inventoryTransferOrderID: 'inventoryTransfers',
    creatorID: 'employees',
  },
  logged: true,
  timestamps: true,
});
