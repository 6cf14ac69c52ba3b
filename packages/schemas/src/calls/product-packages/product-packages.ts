import { defineTable } from '../../define-table.ts';
import { packageOfProduct } from './package-of-product.ts';

/** Packages of products. Only getProducts reads them. */
export const productPackages = defineTable({
  name: 'productPackages',
  key: 'packageID',
  record: packageOfProduct,
  joins: { packageType: { table: 'productPackageTypes', by: 'packageTypeID', field: 'name' } },
  references: { productID: 'products' },
  logged: false,
  timestamps: false,
});
