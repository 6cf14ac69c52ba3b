import { defineTable } from '../../define-table.ts';
import { brand } from './brand.ts';

/** Brands of products. Deletions are not logged. */
export const brands = defineTable({
  name: 'brands',
  key: 'brandID',
  record: brand,
  logged: false,
  timestamps: true,
});
