import { defineTable } from '../../define-table.ts';
import { customerGroup } from './customer-group.ts';

/** Groups of customers, a tree. */
export const customerGroups = defineTable({
  name: 'customerGroups',
  key: 'customerGroupID',
  record: customerGroup,
  references: {
    parentID: 'customerGroups',
    pricelistID: 'priceLists',
    pricelistID2: 'priceLists',
    pricelistID3: 'priceLists',
    pricelistID4: 'priceLists',
    pricelistID5: 'priceLists',
  },
  logged: true,
  timestamps: true,
});
