import { defineTable } from '../../define-table.ts';
import { inventoryRegistration } from './inventory-registration.ts';

/** Registrations of stock. */
export const inventoryRegistrations = defineTable({
  name: 'inventoryRegistrations',
  key: 'inventoryRegistrationID',
  record: inventoryRegistration,
  references: {
    warehouseID: 'warehouses',
    supplierID: 'suppliers',
    reasonID: 'reasonCodes',
    creatorID: 'employees',
  },
  logged: true,
  timestamps: true,
});
