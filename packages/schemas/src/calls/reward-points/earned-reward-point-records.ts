import { defineTable } from '../../define-table.ts';
import { earnedRewardPointRecord } from './earned-reward-point-record.ts';

/** Points that customers earned: part of their customer. */
export const earnedRewardPointRecords = defineTable({
  name: 'earnedRewardPointRecords',
  key: 'transactionID',
  record: earnedRewardPointRecord,
  joins: {
    pointOfSaleName: { table: 'pointsOfSale', by: 'pointOfSaleID', field: 'name' },
    employeeName: { table: 'employees', by: 'employeeID', field: 'fullName' },
  },
  dependsOn: ['customers', 'salesDocuments'],
  parents: { customerID: 'customers' },
  moduleFields: { rewardPointExtras: ['description'] },
  logged: false,
  timestamps: false,
});
