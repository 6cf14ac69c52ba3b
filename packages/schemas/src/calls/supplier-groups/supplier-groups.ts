import { defineTable } from '../../define-table.ts';
import { supplierGroup } from './supplier-group.ts';

/** Groups of suppliers. */
export const supplierGroups = defineTable({
  name: 'supplierGroups',
  key: 'supplierGroupID',
  record: supplierGroup,
  logged: true,
  timestamps: true,
});
