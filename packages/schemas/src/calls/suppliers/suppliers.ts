import { defineTable } from '../../define-table.ts';
import { supplier } from './supplier.ts';

/** Whom goods are bought from. */
export const suppliers = defineTable({
  name: 'suppliers',
  key: 'supplierID',
  record: supplier,
  logged: true,
  timestamps: true,
});
