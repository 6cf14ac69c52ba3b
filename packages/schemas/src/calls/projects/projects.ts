import { defineTable } from '../../define-table.ts';
import { projectRow } from './project-row.ts';

/** Work for customers. Deletions are not logged. */
export const projects = defineTable({
  name: 'projects',
  key: 'projectID',
  record: projectRow,
  joins: {
    customerName: { table: 'customers', by: 'customerID', field: 'fullName' },
    employeeName: { table: 'employees', by: 'employeeID', field: 'fullName' },
    typeName: { table: 'projectTypes', by: 'typeID', field: 'name' },
    statusName: { table: 'projectStatuses', by: 'statusID', field: 'name' },
  },
  logged: false,
  timestamps: true,
});
