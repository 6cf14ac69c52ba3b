import { integer, text } from './columns.ts';
import { defineRecordTable } from './define-record-table.ts';

/** Stores and other locations that hold stock. */
export const warehouses = defineRecordTable({
  lane: 'warehouses',
  name: 'warehouses',
  since: 1,
  columns: {
    code: text('code'),
    name: text('name'),
    is_offline: integer('isOfflineInventory'),
  },
});
