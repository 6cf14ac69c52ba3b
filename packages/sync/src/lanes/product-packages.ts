import { definePartsLane } from './define-parts-lane.ts';

/** Sizes that products are packed in. Only getProducts has them, and nothing says what changed: all are read once a day. */
export const productPackages = definePartsLane({
  name: 'productPackages',
  field: 'productPackages',
  input: { getPackageInfo: 1 },
  id: ['packageID', 'packageID'],
});
