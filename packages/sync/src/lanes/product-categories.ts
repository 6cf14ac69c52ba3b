import { defineListLane } from './define-list-lane.ts';

/** Categories of products, a flat list: `parentCategoryID` makes the tree. No log says which were deleted. */
export const productCategories = defineListLane({
  name: 'productCategories',
  changes: true,
  changedTable: 'productCategories',
  pageSize: 100,
  idOf: (category: { productCategoryID: number; added: number }) => category.productCategoryID,
  pages: (client, input, options) => client.getProductCategories.pages(input, options),
  one: (client, input) => client.getProductCategories.request(input),
});
