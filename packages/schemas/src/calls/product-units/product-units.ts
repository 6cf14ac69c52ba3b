import { defineTable } from '../../define-table.ts';
import { productUnit } from './product-unit.ts';

/** Units that products are counted in. Deletions are not logged. */
export const productUnits = defineTable({
  name: 'productUnits',
  key: 'unitID',
  record: productUnit,
  logged: false,
  timestamps: false,
});
