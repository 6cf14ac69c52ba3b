import { defineTable } from '../../define-table.ts';
import { deliveryType } from './delivery-type.ts';

/** Ways in which goods reach their buyers. Deletions are not logged. */
export const deliveryTypes = defineTable({
  name: 'deliveryTypes',
  key: 'deliveryTypeID',
  record: deliveryType,
  logged: false,
  timestamps: true,
});
