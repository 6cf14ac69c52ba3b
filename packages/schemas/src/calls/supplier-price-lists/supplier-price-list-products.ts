import { defineTable } from '../../define-table.ts';
import { supplierPriceListProduct } from './supplier-price-list-product.ts';

/** Prices of products in the price lists of suppliers. */
export const supplierPriceListProducts = defineTable({
  name: 'supplierPriceListProducts',
  key: 'supplierPriceListProductID',
  record: supplierPriceListProduct,
  moduleFields: { quantityPriceLists: ['amount'] },
  references: { countryID: 'countries' },
  parents: { supplierPriceListID: 'supplierPriceLists', productID: 'products' },
  logged: false,
  timestamps: false,
});
