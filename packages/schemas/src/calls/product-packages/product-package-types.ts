import { defineTable } from '../../define-table.ts';
import { productPackageType } from './product-package-type.ts';

/** Kinds of packages. Deletions are not logged. */
export const productPackageTypes = defineTable({
  name: 'productPackageTypes',
  key: 'packageTypeID',
  record: productPackageType,
  logged: false,
  timestamps: true,
});
