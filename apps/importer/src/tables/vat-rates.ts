import { decimal, integer, text } from './columns.ts';
import { defineRecordTable } from './define-record-table.ts';

/** Tax rates, archived ones too. */
export const vatRates = defineRecordTable({
  lane: 'vatRates',
  name: 'vat_rates',
  since: 5,
  columns: {
    name: text('name'),
    rate: decimal('rate'),
    code: text('code'),
    active: integer('active'),
    is_reverse_vat: integer('isReverseVat'),
    added: integer('added'),
    last_modified: integer('lastModified'),
  },
});
