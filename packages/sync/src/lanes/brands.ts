import { defineListLane } from './define-list-lane.ts';

/** Brands of products. No log says which were deleted, so they are read in full once a day. */
export const brands = defineListLane({
  name: 'brands',
  changes: true,
  pageSize: 100,
  idOf: (brand: { brandID: number; added: number }) => brand.brandID,
  pages: (client, input, options) => client.getBrands.pages(input, options),
  one: (client, input) => client.getBrands.request(input),
});
