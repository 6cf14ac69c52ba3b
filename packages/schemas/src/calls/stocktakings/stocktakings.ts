import { defineTable } from '../../define-table.ts';
import { stocktaking } from './stocktaking.ts';

/** Counts of what is really in stock. */
export const stocktakings = defineTable({
  name: 'stocktakings',
  key: 'stocktakingID',
  record: stocktaking,
  references: {
    prodgroupID: 'productGroups',
    productCategoryID: 'productCategories',
    brandID: 'brands',
    supplierID: 'suppliers',
    addedByEmployeeID: 'employees',
    confirmedByEmployeeID: 'employees',
  },
  logged: true,
  timestamps: true,
});
