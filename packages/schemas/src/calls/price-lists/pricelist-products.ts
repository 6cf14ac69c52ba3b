import { defineTable } from '../../define-table.ts';
import { pricelistProduct } from './pricelist-product.ts';

/** Prices of products in price lists. */
export const pricelistProducts = defineTable({
  name: 'pricelistProducts',
  key: 'priceListProductID',
  record: pricelistProduct,
  parents: { priceListID: 'priceLists', productID: 'products' },
  logged: true,
  timestamps: true,
});
