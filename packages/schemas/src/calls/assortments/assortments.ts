import { defineTable } from '../../define-table.ts';
import { assortment } from './assortment.ts';

/** Choices of products for locations. Deletions are not logged. */
export const assortments = defineTable({
  name: 'assortments',
  key: 'assortmentID',
  record: assortment,
  logged: false,
  timestamps: true,
});
