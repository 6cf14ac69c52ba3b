import { defineTable } from '../../define-table.ts';
import { priceList } from './price-list.ts';

/** Price lists, with their rules about groups and services; the prices of products are rows of `pricelistProducts`. */
export const priceLists = defineTable({
  name: 'priceLists',
  key: 'pricelistID',
  record: priceList,
  logged: true,
  timestamps: true,
});
