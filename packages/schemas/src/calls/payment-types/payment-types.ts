import { defineTable } from '../../define-table.ts';
import { paymentType } from './payment-type.ts';

/** Ways to pay. Deletions are not logged. */
export const paymentTypes = defineTable({
  name: 'paymentTypes',
  key: 'id',
  record: paymentType,
  logged: false,
  timestamps: true,
});
