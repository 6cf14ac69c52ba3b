import { defineCall } from '../../define-call.ts';
import { unixSeconds } from '../../wire/integer.ts';
import { supplierGroup } from './supplier-group.ts';
import { supplierGroups } from './supplier-groups.ts';

/** Groups of suppliers, a flat list: all of them in one answer. */
export const getSupplierGroups = defineCall({
  name: 'getSupplierGroups',
  docs: 'https://learn-api.erply.com/requests/getsuppliergroups',
  effect: 'read',
  table: supplierGroups,
  right: 'view',
  session: 'required',
  input: () => ({
    /** Only groups added or edited since, by the server's clock. */
    changedSince: unixSeconds.optional(),
  }),
  result: { list: supplierGroup },
  errors: [],
  loggable: ['changedSince'],
  evidence: 'Fields from SDKs, their wire types inferred from getCustomerGroups.',
});
