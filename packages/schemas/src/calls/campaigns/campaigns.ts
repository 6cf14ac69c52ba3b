import { defineTable } from '../../define-table.ts';
import { campaign } from './campaign.ts';

/** Sales promotions. */
export const campaigns = defineTable({
  name: 'campaigns',
  key: 'campaignID',
  record: campaign,
  dependsOn: ['coupons'],
  references: {
    warehouseID: 'warehouses',
    purchasedProductGroupID: 'productGroups',
    purchasedProductCategoryID: 'productCategories',
    awardedProductGroupID: 'productGroups',
    awardedProductCategoryID: 'productCategories',
    reasonID: 'reasonCodes',
  },
  saveNames: { storeRegionIDs: 'storeRegions', customerGroupIDs: 'customerGroups', subsidyValue: 'subsidy' },
  logged: true,
  timestamps: true,
});
