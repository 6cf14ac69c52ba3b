import { type calls, phpJson } from '@erply-kit/schemas';

import type { Account } from '../../account/account.ts';
import type { Handler } from '../../generic/handler.ts';
import { saveRecord } from '../../generic/save.ts';
import type { Row } from '../../store/row.ts';
import { refuse } from '../../wire/refusal.ts';

/** A supplier with a company's name is a company; a person's name is "Last, First" unless it was given whole. */
function namesOf(saved: Row, before: Row): Row {
  const { companyName, firstName, lastName, fullName } = { ...before, ...saved };
  if (companyName) return { supplierType: 'COMPANY', fullName: companyName };
  const isSplit = saved.fullName === undefined && (saved.firstName ?? saved.lastName) !== undefined;
  const parts = [lastName, firstName].filter(Boolean).join(', ');
  return { supplierType: 'PERSON', fullName: isSplit ? parts : fullName };
}

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
