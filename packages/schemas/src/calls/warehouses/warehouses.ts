import { defineTable } from '../../define-table.ts';
import { warehouse } from './warehouse.ts';

/** Stores and other places that hold stock. */
export const warehouses = defineTable({
  name: 'warehouses',
  key: 'warehouseID',
  record: warehouse,
  saveNames: {
    priceListID: 'pricelistID',
    priceListID2: 'pricelistID2',
    priceListID3: 'pricelistID3',
    bank: 'bankName',
    account: 'bankAccountNumber',
  },
  references: { assortmentID: 'assortments' },
  logged: true,
  timestamps: false,
});
