import { text } from './columns.ts';
import { defineRecordTable } from './define-record-table.ts';

/** Units that products are counted in. */
export const productUnits = defineRecordTable({
  lane: 'productUnits',
  name: 'product_units',
  since: 5,
  columns: { name: text('name') },
});
