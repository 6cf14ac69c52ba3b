import { defineTable } from '../../define-table.ts';
import { productGroup } from './product-group.ts';

/** Groups of products. Answers nest them; `subGroups` is made from `parentGroupID`. */
export const productGroups = defineTable({
  name: 'productGroups',
  key: 'productGroupID',
  record: productGroup,
  references: { parentGroupID: 'productGroups' },
  logged: true,
  timestamps: true,
});
