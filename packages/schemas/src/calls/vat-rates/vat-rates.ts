import { defineTable } from '../../define-table.ts';
import { vatRate } from './vat-rate.ts';

/** Tax rates. Deletions are not logged. */
export const vatRates = defineTable({
  name: 'vatRates',
  key: 'id',
  record: vatRate,
  references: { gstExemptTaxRateID: 'vatRates' },
  logged: false,
  timestamps: true,
});
