import { defineTable } from '../../define-table.ts';
import { usedRewardPointRecord } from './used-reward-point-record.ts';

/** Points that customers spent: part of their customer. */
export const usedRewardPointRecords = defineTable({
  name: 'usedRewardPointRecords',
  key: 'transactionID',
  record: usedRewardPointRecord,
  joins: {
    pointOfSaleName: { table: 'pointsOfSale', by: 'pointOfSaleID', field: 'name' },
    employeeName: { table: 'employees', by: 'employeeID', field: 'fullName' },
  },
  dependsOn: ['customers', 'salesDocuments'],
  parents: { customerID: 'customers' },
  moduleFields: { rewardPointExtras: ['issuedCouponID', 'description'] },
  logged: false,
  timestamps: false,
});
