import { integer, text } from './read-field.ts';
import type { RecordTable } from './record-table.ts';

/** Warehouses as rows of the table `warehouses`. */
export const warehouseToRow: RecordTable = {
  table: 'warehouses',
  columns: {
    code: text('code'),
    name: text('name'),
    is_offline: integer('isOfflineInventory'),
  },
};
