import { type calls, phpJson } from '@erply-kit/schemas';

import type { Account } from '../../account/account.ts';
import type { Handler } from '../../generic/handler.ts';
import { saveRecord } from '../../generic/save.ts';
import { refuse } from '../../wire/refusal.ts';
import { namesOf } from './supplier-names.ts';

/** The group of a new supplier that names none. */
const firstGroup = (account: Account) => account.table('supplierGroups').ids().next().value ?? 0;

/** Makes or edits a supplier, whose sort and whole name follow from the names that it has. */
export const saveSupplier: Handler<typeof calls.saveSupplier> = (context, input) => {
  const { account } = context;
  const supplierID = saveRecord(context, input, (saved, before) => {
    if (before !== undefined && saved.groupID === 0) refuse(1016, 'groupID');
    const group = before === undefined && !saved.groupID ? { groupID: firstGroup(account) } : {};
    return { ...saved, ...group, ...namesOf(saved, before ?? {}) };
  });
  return { recordsTotal: 1, records: [phpJson({ supplierID, alreadyExists: false })] };
};
