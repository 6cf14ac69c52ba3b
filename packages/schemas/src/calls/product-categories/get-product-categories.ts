import { defineCall } from '../../define-call.ts';
import { integer, unixSeconds } from '../../wire/integer.ts';
import { attributeFilter, attributeFilterRules } from '../attribute-inputs.ts';
import { pagingInputs } from '../paging-inputs.ts';
import { productCategories } from './product-categories.ts';
import { productCategory } from './product-category.ts';

/**
 * Product categories, a flat list: `parentCategoryID` makes the tree. Deletions are not logged.
 * @deprecated Erply recommends instead: PIM API.
 */
export const getProductCategories = defineCall({
  name: 'getProductCategories',
  docs: 'https://learn-api.erply.com/requests/getproductcategories',
  effect: 'read',
  table: productCategories,
  right: 'view',
  session: 'required',
  input: () => ({
    /** Only this category (inferred). */
    productCategoryID: integer.optional(),
    /** Only categories right below this one; 0 for those at the top. */
    parentCategoryID: integer.optional(),
    ...attributeFilter(),
    /** Only categories added or edited since, by the server's clock. */
    changedSince: unixSeconds.optional(),
    ...pagingInputs(),
  }),
  rules: attributeFilterRules,
  result: { list: productCategory },
  paging: { defaultPageSize: 20, maxPageSize: () => 100 },
  errors: [1030],
  loggable: ['productCategoryID', 'parentCategoryID', 'changedSince', 'recordsOnPage', 'pageNo'],
  deprecated: 'PIM API',
  evidence: 'Wire types from a captured answer and a typed SDK; `productCategoryID` as an input is inferred.',
});
