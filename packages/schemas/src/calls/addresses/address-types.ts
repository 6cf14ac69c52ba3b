import { defineTable } from '../../define-table.ts';
import { addressType } from './address-type.ts';

/** What addresses are for. */
export const addressTypes = defineTable({
  name: 'addressTypes',
  key: 'id',
  record: addressType,
  logged: false,
  timestamps: true,
});
