import { integer } from '../../wire/integer.ts';
import { idList } from '../../wire/lists.ts';
import { oneOf } from '../../wire/text.ts';
import { stockStatuses } from './stock-statuses.ts';

/** Which products a stock call is about. */
export const stockFilterInputs = () => ({
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
});

/** Those of them that a log may hold. */
export const loggableStockFilters = [
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
] as const;
