import { defineTable } from '../../define-table.ts';
import { supplierPriceList } from './supplier-price-list.ts';

/** Price lists of suppliers; their prices are rows of `supplierPriceListProducts`. */
export const supplierPriceLists = defineTable({
  name: 'supplierPriceLists',
  key: 'supplierPriceListID',
  record: supplierPriceList,
  joins: { supplierName: { table: 'suppliers', by: 'supplierID', field: 'fullName' } },
  logged: false,
  timestamps: true,
});
