import { defineTable } from '../../define-table.ts';
import { service } from './service.ts';

/** Work that is sold; most accounts have none. */
export const services = defineTable({
  name: 'services',
  key: 'serviceID',
  record: service,
  joins: {
    unitName: { table: 'productUnits', by: 'unitID', field: 'name' },
    vatrate: { table: 'vatRates', by: 'vatrateID', field: 'rate' },
  },
  references: { groupID: 'productGroups' },
  logged: true,
  timestamps: true,
});
