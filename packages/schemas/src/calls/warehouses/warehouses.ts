import { defineTable } from '../../define-table.ts';
import { warehouse } from './warehouse.ts';

/** Stores and other locations that hold stock. */
export const warehouses = defineTable({
  name: 'warehouses',
  key: 'warehouseID',
  record: warehouse,
  references: {
    pricelistID: 'priceLists',
    pricelistID2: 'priceLists',
    pricelistID3: 'priceLists',
    pricelistID4: 'priceLists',
    pricelistID5: 'priceLists',
    assortmentID: 'assortments',
  },
  saveNames: {
    priceListID: 'pricelistID',
    priceListID2: 'pricelistID2',
    priceListID3: 'pricelistID3',
    bank: 'bankName',
    account: 'bankAccountNumber',
  },
  logged: true,
  timestamps: false,
});
