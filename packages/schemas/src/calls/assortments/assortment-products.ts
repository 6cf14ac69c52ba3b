import { defineTable } from '../../define-table.ts';
import { assortmentRow } from './assortment-row.ts';

/** Products of assortments. */
export const assortmentProducts = defineTable({
  name: 'assortmentProducts',
  key: 'assortmentRowID',
  record: assortmentRow,
  references: { productID: 'products' },
  logged: false,
  timestamps: false,
});
