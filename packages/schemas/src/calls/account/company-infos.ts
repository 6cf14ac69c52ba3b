import { defineTable } from '../../define-table.ts';
import { companyInfo } from './company-info.ts';

/** The company that the account belongs to: one record. */
export const companyInfos = defineTable({
  name: 'companyInfos',
  key: 'id',
  record: companyInfo,
  logged: false,
  timestamps: false,
});
