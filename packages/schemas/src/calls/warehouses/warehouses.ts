import { defineTable } from '../../define-table.ts';
import { warehouse } from './warehouse.ts';

/** Stores and other places that hold stock. */
export const warehouses = defineTable({
  name: 'warehouses',
  key: 'warehouseID',
  record: warehouse,
  logged: true,
  timestamps: false,
});
