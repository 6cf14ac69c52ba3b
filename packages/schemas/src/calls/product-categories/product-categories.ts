import { defineTable } from '../../define-table.ts';
import { productCategory } from './product-category.ts';

/** Categories of products, a flat list with parents. Deletions are not logged. */
export const productCategories = defineTable({
  name: 'productCategories',
  key: 'productCategoryID',
  record: productCategory,
  references: { parentCategoryID: 'productCategories' },
  saveNames: { name: 'productCategoryName' },
  logged: false,
  timestamps: true,
});
