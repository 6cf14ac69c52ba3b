import { defineTable } from '../../define-table.ts';
import { employeeRow } from './employee-row.ts';

/** Who works for the company. A user is another record, which names its employee. */
export const employees = defineTable({
  name: 'employees',
  key: 'employeeID',
  record: employeeRow,
  saveNames: { jobTitle: 'jobTitleName' },
  logged: true,
  timestamps: true,
});
