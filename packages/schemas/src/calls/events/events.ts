import { defineTable } from '../../define-table.ts';
import { event } from './event.ts';

/** What is in the calendar. */
export const events = defineTable({
  name: 'events',
  key: 'eventID',
  record: event,
  joins: {
    typeName: { table: 'eventTypes', by: 'typeID', field: 'name' },
    customerName: { table: 'customers', by: 'customerID', field: 'fullName' },
    contactName: { table: 'customers', by: 'contactID', field: 'fullName' },
    employeeName: { table: 'employees', by: 'employeeID', field: 'fullName' },
    submitterName: { table: 'employees', by: 'submitterID', field: 'fullName' },
    projectName: { table: 'projects', by: 'projectID', field: 'name' },
    supplierName: { table: 'suppliers', by: 'supplierID', field: 'fullName' },
    statusName: { table: 'eventStatuses', by: 'statusID', field: 'name' },
    productName: { table: 'products', by: 'productID', field: 'name' },
  },
  references: { warehouseID: 'warehouses' },
  moduleFields: {
    salon: [
      'productID',
      'productName',
      'warehouseID',
      'checkInTime',
      'checkOutTime',
      'serviceStartTime',
      'type',
      'status',
    ],
  },
  logged: true,
  timestamps: true,
});
