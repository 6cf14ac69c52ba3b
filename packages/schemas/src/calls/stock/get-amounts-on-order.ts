import { defineCall } from '../../define-call.ts';
import { flag } from '../../wire/flag.ts';
import { integer } from '../../wire/integer.ts';
import { amountOnOrder } from './amount-on-order.ts';

/**
 * What has been ordered from suppliers and not come: getProducts shows that of confirmed orders as `orderPending`.
 * Products of which nothing is on order are left out (inferred). Not paged.
 */
export const getAmountsOnOrder = defineCall({
  name: 'getAmountsOnOrder',
  docs: 'https://learn-api.erply.com/requests/getamountsonorder',
  effect: 'read',
  right: 'view',
  session: 'required',
  input: () => ({
    /** The location that waits for it; all together when left out. */
    warehouseID: integer.optional(),
    /** Only this product. */
    productID: integer.optional(),
    /** Only products of exactly this group. */
    groupID: integer.optional(),
    /** Only products of this group or a group below it. */
    groupIDWithSubgroups: integer.optional(),
    /** Only products of this supplier. */
    supplierID: integer.optional(),
    /** Only products of this brand. */
    brandID: integer.optional(),
    /** Only products of this priority group. */
    priorityGroupID: integer.optional(),
    /** Only products of exactly this category. */
    categoryID: integer.optional(),
    /** Only products of this category or a category below it. */
    categoryIDWithSubcategories: integer.optional(),
    /** 1 for only products with a reorder point, there or, without `warehouseID`, anywhere (inferred). */
    getProductsWithReorderPointDefined: flag.optional(),
    /** 1 for only products with a restock level, there or, without `warehouseID`, anywhere (inferred). */
    getProductsWithRestockLevelDefined: flag.optional(),
    /** 1 leaves drafts of orders out. */
    getOnlyConfirmedPurchaseOrders: flag.optional(),
  }),
  result: { list: amountOnOrder },
  errors: [1011, 1064],
  loggable: [
    'warehouseID',
    'productID',
    'groupID',
    'groupIDWithSubgroups',
    'supplierID',
    'brandID',
    'priorityGroupID',
    'categoryID',
    'categoryIDWithSubcategories',
    'getProductsWithReorderPointDefined',
    'getProductsWithRestockLevelDefined',
    'getOnlyConfirmedPurchaseOrders',
  ],
  evidence: 'From documentation of 2019; its errors are inferred.',
});
