import { defineCall } from '../../define-call.ts';
import { integer } from '../../wire/integer.ts';
import { idList } from '../../wire/lists.ts';
import { oneOf } from '../../wire/text.ts';
import { reservedStock } from './reserved-stock.ts';
import { stockStatuses } from './stock-statuses.ts';

/** What is reserved in one location: products that customers wait for. Not paged (inferred). */
export const getReservedStock = defineCall({
  name: 'getReservedStock',
  docs: 'https://learn-api.erply.com/requests/getreservedstock',
  effect: 'read',
  right: 'view',
  session: 'required',
  input: () => ({
    /** The location. For all together use syncTotalProductStock. */
    warehouseID: integer,
    /** Only this product. */
    productID: integer.optional(),
    /** Only these products. */
    productIDs: idList.optional(),
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
    /** Only variations of this matrix product. */
    parentProductID: integer.optional(),
    /** Only products of this status. ACTIVE_AND_NOT_FOR_SALE is what can be ordered. */
    status: oneOf(stockStatuses).optional(),
  }),
  result: { list: reservedStock },
  errors: [1010, 1011, 1064],
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
    'parentProductID',
    'status',
  ],
  evidence: 'Documented; that the quantity is a number is inferred from getProductStock.',
});
