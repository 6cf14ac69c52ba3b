import { defineTable } from '../../define-table.ts';
import { confParametersRecord } from './conf-parameters-record.ts';

/** Settings of the account: one record. */
export const confParameters = defineTable({
  name: 'confParameters',
  key: 'org_idDat',
  record: confParametersRecord,
  logged: false,
  timestamps: false,
});
